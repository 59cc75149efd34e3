using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Checking;

/// <summary>A small market and an order of four web and two db replicas with a valid plan; tests change one thing and look at the verdict.</summary>
internal static class Scenario
{
    private static readonly Location[] Locations =
        [new("fr-par", "FR", 48.857, 2.352), new("de-fra", "DE", 50.110, 8.682), new("us-nyc", "US", 40.713, -74.006)];

    /// <summary>The plan: web in par-1 and fra-1, db in par-2 and fra-2.</summary>
    public static ClaimedPlan Plan { get; } = Of(("web", "par-1", "m4", 2), ("web", "fra-1", "m4", 2), ("db", "par-2", null, 1), ("db", "fra-2", null, 1));

    public static PlacementProblem Problem { get; } = new()
    {
        Market = new(Locations, LatencyMatrix.Build(Locations, [new(0, 1, 9_100), new(1, 0, 9_200), new(0, 2, 75_000), new(1, 2, 80_000)])),
        Providers = [Provider("alpina", "FR"), Provider("rhein", "DE"), Provider("hyper", "US")],
        Pools =
        [
            Pool("par-1", 0, 0, "a"),
            Pool("par-2", 0, 0, "b"),
            Pool("fra-1", 1, 1, null),
            Pool("fra-2", 1, 1, null),
            Pool("nyc-1", 2, 2, "a"),
        ],
        Order = new()
        {
            Id = "order",
            Items =
            [
                new() { Id = "web", Quantity = 4, Resources = Amounts(("vcpu", 4), ("memoryMiB", 16)) },
                new() { Id = "db", Quantity = 2, Resources = Amounts(("vcpu", 2), ("memoryMiB", 8)) },
            ],
        },
        DecidedAt = new(2026, 3, 1, 0, 30, 0, TimeSpan.Zero),
    };

    public static ClaimedPlan Of(params (string Item, string Pool, string? Offer, long Quantity)[] assignments) => new()
    {
        Assignments = [.. assignments.Select(each => new ClaimedAssignment(each.Item, each.Pool, each.Offer, each.Quantity, null))],
    };

    public static Dictionary<string, long> Amounts(params (string Class, long Amount)[] amounts) =>
        amounts.ToDictionary(each => each.Class, each => each.Amount, StringComparer.Ordinal);

    public static PlacementProblem WithOrder(this PlacementProblem problem, Func<Order, Order> change) => problem with { Order = change(problem.Order) };

    public static PlacementProblem WithPolicy(this PlacementProblem problem, Func<OrderPolicy, OrderPolicy> change) =>
        problem.WithOrder(order => order with { Policy = change(order.Policy) });

    public static PlacementProblem WithGate(this PlacementProblem problem, SovereigntyPolicy gate) => problem.WithPolicy(policy => policy with { Sovereignty = gate });

    public static PlacementProblem WithObjective(this PlacementProblem problem, Objective objective) =>
        problem.WithOrder(order => order with { Objective = objective });

    public static PlacementProblem WithRelation(this PlacementProblem problem, Func<Relation, Relation> change) =>
        problem.WithOrder(order => order with { Relations = [change(new() { From = 0, To = 1 })] });

    public static PlacementProblem WithItem(this PlacementProblem problem, string id, Func<OrderItem, OrderItem> change) =>
        problem.WithOrder(order => order with { Items = [.. order.Items.Select(item => item.Id == id ? change(item) : item)] });

    public static PlacementProblem WithPool(this PlacementProblem problem, string id, Func<ResourcePool, ResourcePool> change) =>
        problem with { Pools = [.. problem.Pools.Select(pool => pool.Id == id ? change(pool) : pool)] };

    public static PlacementProblem WithProvider(this PlacementProblem problem, string id, Func<Provider, Provider> change) =>
        problem with { Providers = [.. problem.Providers.Select(provider => provider.Id == id ? change(provider) : provider)] };

    public static PlacementProblem WithFacts(this PlacementProblem problem, string provider, Func<SovereigntyFacts, SovereigntyFacts> change) =>
        problem.WithProvider(provider, each => each with { Facts = change(each.Facts) });

    public static PlacementProblem WithInventory(this PlacementProblem problem, string pool, string name, Func<Inventory, Inventory> change) =>
        problem.WithPool(pool, each => each with
        {
            Inventories = each.Inventories.ToDictionary(entry => entry.Key, entry => entry.Key == name ? change(entry.Value) : entry.Value),
        });

    public static void ShouldPass(this PlacementProblem problem, ClaimedPlan? plan = null) =>
        PlanChecker.Check(problem, plan ?? Plan).Violations.ShouldBeEmpty();

    /// <summary>Exactly these rules are violated, each at least once.</summary>
    public static void ShouldViolate(this PlacementProblem problem, string rule, ClaimedPlan? plan = null) =>
        PlanChecker.Check(problem, plan ?? Plan).Violations.Select(violation => violation.Rule).Distinct().ShouldBe([rule]);

    public static ScoreBreakdown Score(this PlacementProblem problem, ClaimedPlan? plan = null)
    {
        CheckReport report = PlanChecker.Check(problem, plan ?? Plan);
        report.Violations.ShouldBeEmpty();
        return report.Score.ShouldNotBeNull();
    }

    private static Provider Provider(string id, string country) => new()
    {
        Id = id,
        Facts = new()
        {
            Seat = country,
            Controllers = [new(country, 1_000_000)],
            StaffCountries = [country],
            RemoteAdministrationFrom = [],
            KeyCustody = "customer",
            DataCountries = [country],
            Certificates = [new("C5", "type 2", null, null, null)],
            Seal = new Dictionary<string, int> { ["SOV-1"] = 3 },
        },
    };

    private static ResourcePool Pool(string id, int provider, int location, string? zone) => new()
    {
        Id = id,
        Provider = provider,
        Location = location,
        Zone = zone,
        Traits = new HashSet<string> { "arch:amd64", "service:vm" },
        Inventories = new Dictionary<string, Inventory>
        {
            ["vcpu"] = new() { Total = 100 },
            ["memoryMiB"] = new() { Total = 1000 },
            ["diskGiB"] = new() { Total = 1000 },
        },
        PriceBook = new Dictionary<string, decimal> { ["vcpu"] = 0.0065m, ["memoryMiB"] = 0.0005m },
        Offers = [new("m4", Amounts(("vcpu", 4), ("memoryMiB", 16), ("diskGiB", 80)), 0.0524m), new("m2", Amounts(("vcpu", 2), ("memoryMiB", 16)), 0.03m)],
    };
}
