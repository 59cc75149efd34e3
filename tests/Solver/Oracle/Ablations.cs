using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Every rule and every part of a term, each of which can be taken away.</summary>
internal static class Ablations
{
    private const long Plenty = 1_000_000;

    public static IReadOnlyList<Ablation> All { get; } = [.. Capacity(), .. Eligibility(), .. Sovereignty(), .. Structure(), .. Money()];

    private static IEnumerable<Ablation> Capacity() =>
    [
        Ablation.OfInventories("capacity", inventory => inventory with { Total = Plenty }),
        Ablation.OfInventories("capacity reserved", inventory => inventory with { Reserved = 0 }),
        Ablation.OfInventories("capacity ratio", inventory => inventory with { AllocationRatio = 1 }),
        Ablation.OfInventories("capacity claimed", inventory => inventory with { Claimed = 0 }),
        Ablation.OfInventories("portion minUnit", inventory => inventory with { MinUnit = 1 }),
        Ablation.OfInventories("portion maxUnit", inventory => inventory with { MaxUnit = long.MaxValue }),
        Ablation.OfInventories("portion stepSize", inventory => inventory with { StepSize = 1 }),
        Ablation.OfPools("surplus classes of offers", pool => WithPlenty(pool, "diskGiB", pool.Offers.Any(offer => offer.Resources.ContainsKey("diskGiB")))),
        Ablation.OfPools("missing inventory", pool => Names.Classes.Aggregate(
            pool, (changed, name) => WithPlenty(changed, name, !pool.Inventories.ContainsKey(name)))),
    ];

    private static IEnumerable<Ablation> Eligibility() =>
    [
        Ablation.OfPools("status of pools", pool => pool with { Status = LifecycleStatus.Active }),
        Ablation.OfProviders("status of providers", provider => provider with { Status = LifecycleStatus.Active }),
        Ablation.OfItems("traits required", item => item with { RequiredTraits = [] }),
        Ablation.OfItems("traits forbidden", item => item with { ForbiddenTraits = [] }),
        Ablation.OfItems("traits anyOf", item => item with { AnyOfTraits = [] }),
        Ablation.OfPlacement("allowedCountries", rule => rule with { AllowedCountries = [] }),
        Ablation.OfPlacement("deniedCountries", rule => rule with { DeniedCountries = [] }),
        Ablation.OfPlacement("allowedProviders", rule => rule with { AllowedProviders = [] }),
        Ablation.OfPlacement("deniedProviders", rule => rule with { DeniedProviders = [] }),
        Ablation.OfPlacement("allowedLocations", rule => rule with { AllowedLocations = [] }),
        Ablation.OfPlacement("deniedLocations", rule => rule with { DeniedLocations = [] }),
        Ablation.OfPlacement("pinnedPoolId", rule => rule with { PinnedPoolId = null }),
        Ablation.OfUsers("latency of users", users => users with { MaxLatencyMs = null }),
    ];

    private static IEnumerable<Ablation> Sovereignty() =>
    [
        Ablation.OfGate("gate dataCountries", gate => gate with { DataCountries = null }),
        Ablation.OfGate("gate seatIn", gate => gate with { SeatIn = null }),
        Ablation.OfGate("gate staffIn", gate => gate with { StaffIn = null }),
        Ablation.OfGate("gate remoteAdministrationIn", gate => gate with { RemoteAdministrationIn = null }),
        Ablation.OfGate("gate keyCustody", gate => gate with { KeyCustody = null }),
        Ablation.OfGate("gate maxNonEuControlShare", gate => gate with { MaxNonEuControlShareMillionths = null }),
        Ablation.OfGate("gate certificates", gate => gate with { Certificates = null }),
        Ablation.OfGate("gate minSeal", gate => gate with { MinSeal = null }),
        Ablation.OfCertificates("certificate validity", certificate => certificate with { ValidFrom = null, ValidTo = null }),
        Ablation.OfCertificates("certificate scopes", certificate => certificate with { Scopes = null }),
        Ablation.OfGate("certificate levels", gate => gate with
        {
            Certificates = gate.Certificates is { } entries
                ? [.. entries.Select(entry => new CertificateRequirement([.. entry.AnyOf.Select(one => one with { Levels = null })]))]
                : null,
        }),
        Ablation.OfOverrides("overrides", own => own with { Facts = SovereigntyFacts.None }),
        Ablation.OfOverrides("withdrawn facts", own => own with { Withdrawn = FactKinds.None }),
    ];

    private static IEnumerable<Ablation> Structure() =>
    [
        Ablation.OfRelations("latency nearest", relation => relation.Scope == LatencyScope.Nearest ? relation with { MaxLatencyMs = null } : relation),
        Ablation.OfRelations("latency all", relation => relation.Scope == LatencyScope.All ? relation with { MaxLatencyMs = null } : relation),
        Ablation.OfRelations("scope of latency", relation => relation with { Scope = LatencyScope.Nearest }),
        Ablation.OfPools("zones", pool => pool with { Zone = null }),
        .. Enum.GetValues<Domain>().SelectMany(OfDomain),
        Ablation.OfPolicy("minProviders", policy => policy with { MinProviders = null }),
        Ablation.OfPolicy("maxProviders", policy => policy with { MaxProviders = null }),
        Ablation.OfPolicy("maxProviderShare", policy => policy with { MaxProviderShareMillionths = null }),
        Ablation.OfPolicy("budgetMonthly", policy => policy with { BudgetMicros = null }),
    ];

    private static IEnumerable<Ablation> OfDomain(Domain kind) =>
    [
        Ablation.OfRelations($"affinity {kind}", relation => relation.Affinity == kind ? relation with { Affinity = null } : relation),
        Ablation.OfRelations($"antiAffinity {kind}", relation => relation.AntiAffinity == kind ? relation with { AntiAffinity = null } : relation),
        Ablation.OfSpread($"spread max {kind}", rule => rule.By == kind ? rule with { Max = null } : rule),
        Ablation.OfSpread($"spread maxShare {kind}", rule => rule.By == kind ? rule with { MaxShareMillionths = null } : rule),
        Ablation.OfSpread($"spread minDomains {kind}", rule => rule.By == kind ? rule with { MinDomains = null } : rule),
        Ablation.OfItems($"survive {kind}", item => item.Survive.Any(rule => rule.LossOf == kind)
            ? item with { Survive = [.. item.Survive.Where(rule => rule.LossOf != kind)] }
            : item),
    ];

    private static IEnumerable<Ablation> Money() =>
    [
        Ablation.OfProviders("fees", provider => provider with { FeePerOrderMicros = 0 }),
        Ablation.OfProviders("egress", provider => provider with { Egress = null }),
        Ablation.OfProviders("free egress", provider => provider.Egress is { } tariff
            ? provider with { Egress = tariff with { FreeGiBMonthly = 0 } }
            : provider),
        Ablation.OfUsers("traffic to users", users => users with { EgressGiBMonthly = 0 }),
        Ablation.OfRelations("traffic of relations", relation => relation with { TrafficGiBMonthly = 0 }),
        Ablation.OfUsers("locality of users", users => users with { ValuePerMsMicros = 0 }),
        Ablation.OfRelations("locality of relations", relation => relation with { ValuePerMsMicros = 0 }),
        Ablation.OfPolicy("preferences", policy => policy with { Preferences = [] }),
        Ablation.OfOrder("weights", order => order with
        {
            Objective = order.Objective with { PriceWeightThousandths = 1000, LocalityWeightThousandths = 1000, SovereigntyWeightThousandths = 1000 },
        }),
        Ablation.OfOrder("tolerance", order => order with
        {
            Objective = order.Objective.Order.All(term => term.Tolerance == 0)
                ? order.Objective
                : order.Objective with { Order = [.. order.Objective.Order.Select(term => term with { Tolerance = 0 })] },
        }),
        Ablation.OfPools("offers", pool => pool.PriceBook is null ? pool : pool with { Offers = [] }),
        Ablation.OfPools("free-form", pool => pool.Offers.Count == 0 ? pool : pool with { PriceBook = null }),
        new("directions of links", problem => problem with { Market = problem.Market with { Latencies = Symmetric(problem.Market) } }),
    ];

    private static ResourcePool WithPlenty(ResourcePool pool, string name, bool changes) => changes
        ? pool with { Inventories = new Dictionary<string, Inventory>(pool.Inventories, StringComparer.Ordinal) { [name] = new() { Total = Plenty } } }
        : pool;

    private static LatencyMatrix Symmetric(Market market) => LatencyMatrix.Build(
        market.Locations,
        Enumerable.Range(0, market.Locations.Count).SelectMany(from =>
            Enumerable.Range(0, from).Select(to => new MeasuredLink(from, to, market.Latencies.Micros(from, to)))));
}
