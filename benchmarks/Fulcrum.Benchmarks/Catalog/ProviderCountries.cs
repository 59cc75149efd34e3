using System.Collections.Frozen;

namespace Fulcrum.Benchmarks.Catalog;

/// <summary>Countries in Europe in which the catalogue's providers list data centres (eu-cloud-prices, 17 August 2026).</summary>
internal static class ProviderCountries
{
    private static readonly FrozenDictionary<string, string[]> Known = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["arubacloud"] = ["IT", "DE", "FR", "GB", "CZ", "PL"],
        ["atlanticcloud"] = ["PT"],
        ["aws"] = ["DE", "IE", "GB", "FR", "SE"],
        ["azure"] = ["NL", "IE", "DE", "FR", "GB"],
        ["c1v"] = ["IT"],
        ["civo"] = ["GB", "DE"],
        ["cleura"] = ["SE", "DE"],
        ["contabo"] = ["DE"],
        ["cyso"] = ["NL", "DE"],
        ["euronodes"] = ["PT", "CZ"],
        ["exoscale"] = ["CH", "DE", "AT", "BG"],
        ["gcore"] = ["LU", "DE", "NL"],
        ["gcp"] = ["BE", "GB", "DE", "NL", "FI"],
        ["gridscale"] = ["DE", "NL", "CH", "AT"],
        ["hetzner"] = ["DE", "FI"],
        ["hikube"] = ["CH"],
        ["hostinger"] = ["LT", "NL", "GB"],
        ["infomaniak"] = ["CH"],
        ["ionos"] = ["DE", "ES", "GB"],
        ["leafcloud"] = ["NL"],
        ["metalstack"] = ["DE"],
        ["nebius"] = ["FI", "FR"],
        ["netcup"] = ["DE", "AT"],
        ["nws"] = ["DE"],
        ["ovh"] = ["FR", "PL", "DE"],
        ["plusserver"] = ["DE"],
        ["safespring"] = ["SE", "NO"],
        ["scaleup"] = ["DE"],
        ["scaleway"] = ["FR", "NL", "PL"],
        ["serverspace"] = ["NL"],
        ["stackit"] = ["DE", "AT"],
        ["thalassa"] = ["NL"],
        ["upcloud"] = ["DE", "FI", "NL", "PL", "ES"],
        ["webdock"] = ["DK"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The countries of a provider; its seat when none is known.</summary>
    public static IReadOnlyList<string> Of(string provider, string seat) => Known.GetValueOrDefault(provider, [seat]);
}
