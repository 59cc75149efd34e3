using System.Text;

namespace Fulcrum.Contracts.Tests;

/// <summary>Valid documents that use every member, to be read, written and spoilt.</summary>
internal static class Documents
{
    public const string Federation = """
        {
          "currency": "EUR",
          "locations": [ { "id": "fr-par", "country": "FR", "city": "Paris", "latitude": 48.857, "longitude": 2.352 },
                         { "id": "de-fra", "country": "DE", "latitude": 50.110, "longitude": 8.682 } ],
          "links": [ { "from": "fr-par", "to": "de-fra", "latencyMs": 9.1 }, { "from": "de-fra", "to": "fr-par", "latencyMs": 9.3 } ],
          "providers": [ {
            "id": "alpina", "name": "Alpina Cloud", "status": "active", "feePerOrderMonthly": 25.0,
            "egress": { "pricePerGiB": 0.01, "freeGiBMonthly": 1024 },
            "sovereignty": {
              "seat": "FR", "controllers": [ { "country": "FR", "share": 0.75 }, { "country": "US", "share": 0.25 } ],
              "staffCountries": ["FR"], "remoteAdministrationFrom": [], "keyCustody": "customer", "dataCountries": ["FR"],
              "certificates": [ { "scheme": "SecNumCloud", "level": "3.2", "scopes": ["service:vm"], "validFrom": "2025-03-01", "validTo": "2028-02-29", "evidence": "https://example.org/c" } ],
              "seal": { "SOV-1": 3, "SOV-2": 4 } } } ],
          "resourcePools": [ {
            "id": "alpina-par-1", "providerId": "alpina", "locationId": "fr-par", "zone": "par-1", "agentId": "agent-7", "status": "draining",
            "traits": ["arch:amd64", "service:vm"], "sovereignty": { "keyCustody": null, "dataCountries": [], "staffCountries": ["FR", "BE"] },
            "inventories": { "vcpu": { "total": 2048, "reserved": 64, "allocationRatio": 2.0, "minUnit": 1, "maxUnit": 64, "stepSize": 1 },
                             "memoryMiB": { "total": 8388608 }, "gpu.h100": { "total": 8 } },
            "priceBook": { "vcpu": 0.0065, "memoryMiB": 0.0000021 },
            "offers": [ { "id": "m4", "resources": { "vcpu": 4, "memoryMiB": 16384 }, "pricePerHour": 0.0524 } ] } ]
        }
        """;

    public const string Order = """
        {
          "id": "ord-1", "consumerId": "acme",
          "items": [
            { "id": "web", "quantity": 6, "resources": { "vcpu": 4, "memoryMiB": 16384 },
              "traits": { "required": ["service:vm"], "forbidden": [], "anyOf": [["arch:amd64", "arch:arm64"]] },
              "users": [ { "locationId": "fr-par", "maxLatencyMs": 20, "egressGiBMonthly": 500, "valuePerMsMonthly": 0.5 } ],
              "spread": [ { "by": "provider", "maxShare": 0.5 }, { "by": "zone", "max": 2 }, { "by": "location", "minDomains": 2 } ] },
            { "id": "db", "quantity": 3, "resources": { "vcpu": 8 },
              "placement": { "allowedCountries": ["EU", "CH"], "deniedCountries": ["HU"], "allowedProviders": [], "deniedProviders": ["alpina"],
                             "allowedLocations": ["fr-par"], "deniedLocations": ["de-fra"], "pinnedPoolId": "alpina-par-1" },
              "survive": [ { "lossOf": "provider", "minReplicas": 2 } ] } ],
          "relations": [ { "from": "web", "to": "db", "maxLatencyMs": 15, "scope": "all", "trafficGiBMonthly": 2000, "valuePerMsMonthly": 0.25, "affinity": "country", "antiAffinity": "pool" } ],
          "policy": {
            "sovereignty": { "dataCountries": ["EEA"], "seatIn": ["EU"], "staffIn": ["FR"], "remoteAdministrationIn": ["EU"], "keyCustody": ["customer"], "maxNonEuControlShare": 0.24,
                             "certificates": [ { "anyOf": [ { "scheme": "SecNumCloud" }, { "scheme": "C5", "levels": ["type 2"] } ] } ], "minSeal": { "SOV-2": 3 } },
            "preferences": [ { "minSeal": { "SOV-5": 3 }, "keyCustody": ["customer"], "valueMonthly": 20 } ],
            "maxProviders": 4, "minProviders": 2, "maxProviderShare": 0.7, "budgetMonthly": 4000.000001 },
          "objective": { "mode": "lexicographic", "price": 1, "locality": 0.125, "sovereignty": 0, "order": ["sovereignty", "price"], "tolerance": { "price": 0.05 } },
          "limits": { "solveMilliseconds": 500, "seed": -9007199254740993, "deterministic": true }
        }
        """;

    public const string Decision = """
        { "status": "optimal", "decidedAt": "2026-11-23T12:00:00.25Z",
          "plan": { "assignments": [ { "itemId": "web", "resourcePoolId": "alpina-par-1", "offerId": "m4", "quantity": 2, "priceMonthly": 76.504 },
                                     { "itemId": "db", "resourcePoolId": "alpina-par-1", "quantity": 3, "priceMonthly": 113.88 } ],
                    "priceMonthly": 812.4,
                    "score": { "price": 812.4, "locality": 12.5, "sovereignty": 0, "resources": 700.0, "fees": 100.0, "egress": 12.4,
                               "items": [ { "itemId": "web", "resources": 76.504, "locality": 12.5, "sovereignty": 0 } ] },
                    "certificate": { "status": "optimal", "objective": 824.900000001, "bound": 824.9, "gap": 0.0, "proof": "relaxation", "seed": 7, "problemHash": "ab12",
                                     "generations": { "alpina-par-1": 12 }, "stages": [ { "term": "price", "value": 1.5, "bound": 1.5 } ],
                                     "stagesMs": { "filter": 0.1, "bound": 0.3, "search": 0.0, "check": 0.25 } } },
          "funnel": [ { "itemId": "web", "pools": 151, "steps": [ { "rule": "sovereignty", "removed": 120, "left": 31, "reasons": [ { "reason": "The seat is outside.", "pools": 120 } ] } ] } ] }
        """;

    public static ReadOnlyMemory<byte> Utf8(string json) => Encoding.UTF8.GetBytes(json);

    /// <summary>A document with one piece of text replaced; the piece must occur.</summary>
    public static string With(this string json, string piece, string replacement)
    {
        json.ShouldContain(piece);
        int at = json.IndexOf(piece, StringComparison.Ordinal);
        return json[..at] + replacement + json[(at + piece.Length)..];
    }
}
