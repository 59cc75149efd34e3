using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Latency bounds and locality between items.</summary>
public sealed class RelationTests
{
    /// <summary>The second replica of <c>web</c> does not fit in Paris; Berlin is cheap and far from Paris, near to nothing else but Prague.</summary>
    private static Sketch TwoPairs() => new Sketch()
        .Location("paris").Location("lyon").Location("berlin", "DE").Location("prague", "CZ")
        .Link("paris", "lyon", 5_000).Link("berlin", "prague", 5_000).Link("paris", "berlin", 15_000).Link("paris", "prague", 20_000)
        .Link("lyon", "berlin", 20_000).Link("lyon", "prague", 25_000)
        .Provider("a")
        .Pool("paris-1", "a", "paris", 0.001m, 1).Pool("berlin-1", "a", "berlin", 0.001m, 1)
        .Pool("lyon-1", "a", "lyon", 0.001m).Pool("prague-1", "a", "prague", 0.002m)
        .Item("web", 2, item => item with { Placement = new() { AllowedLocations = ["paris", "berlin"] } })
        .Item("db", 2, item => item with { Placement = new() { AllowedLocations = ["lyon", "prague"] } });

    [Fact]
    public void Nearest_asks_for_one_pool_within_reach_of_every_pool() =>
        TwoPairs().Relation("web", "db", relation => relation with { MaxLatencyMs = 5 }).Plan()
            .ShouldBe("web@paris-1×1, web@berlin-1×1, db@lyon-1×1, db@prague-1×1");

    [Fact]
    public void All_asks_for_every_pair()
    {
        Relation Within(Relation relation, decimal most) => relation with { MaxLatencyMs = most, Scope = LatencyScope.All };
        TwoPairs().Relation("web", "db", relation => Within(relation, 5)).Plan().ShouldBe("infeasible");
        TwoPairs().Relation("web", "db", relation => Within(relation, 20)).Plan().ShouldNotBe("infeasible");
        TwoPairs().Relation("web", "db", relation => Within(relation, 19.9999999m)).Plan().ShouldBe("infeasible");
    }

    [Fact]
    public void A_bound_is_measured_from_the_item_that_the_relation_starts_from()
    {
        Sketch Sketch(string from, string to) => new Sketch()
            .Location("paris").Location("lyon").Link("paris", "lyon", 5_000).Link("lyon", "paris", 9_000).Provider("a").Pool("p", "a", "paris").Pool("q", "a", "lyon")
            .Item("web", 1, item => item with { Placement = new() { PinnedPoolId = "p" } }).Item("db", 1, item => item with { Placement = new() { PinnedPoolId = "q" } })
            .Relation(from, to, relation => relation with { MaxLatencyMs = 5 });
        Sketch("web", "db").Plan().ShouldBe("web@p×1, db@q×1");
        Sketch("db", "web").Plan().ShouldBe("infeasible");
    }

    [Fact]
    public void Locality_is_paid_to_the_nearest_pool_used_and_rounded_per_replica()
    {
        Sketch sketch = new Sketch()
            .Location("paris").Location("lyon").Location("berlin").Link("paris", "lyon", 1_500).Link("paris", "berlin", 9_000)
            .Provider("a").Pool("p", "a", "paris").Pool("q", "a", "lyon").Pool("r", "a", "berlin")
            .Item("web", 3, item => item with { Placement = new() { PinnedPoolId = "p" } })
            .Item("db", 2, item => item with { Placement = new() { DeniedLocations = ["paris"] }, Spread = [new(Domain.Pool, Max: 1)] })
            .Relation("web", "db", relation => relation with { ValuePerMsMicros = 1 });
        sketch.Solve().Score!.LocalityMicros.ShouldBe(3);
    }

    [Fact]
    public void The_worth_of_a_millisecond_moves_both_ends_together() => new Sketch()
        .Location("paris").Location("lyon").Location("berlin").Link("paris", "lyon", 10_000).Link("paris", "berlin", 30_000).Link("lyon", "berlin", 30_000)
        .Provider("a").Pool("cheap-web", "a", "paris", 0.001m).Pool("cheap-db", "a", "lyon", 0.001m).Pool("both", "a", "berlin", 0.005m)
        .Item("web", 1, item => item with { Placement = new() { DeniedLocations = ["lyon"] } })
        .Item("db", 1, item => item with { Placement = new() { DeniedLocations = ["paris"] } })
        .Relation("web", "db", relation => relation with { ValuePerMsMicros = 1_000_000 })
        .Plan().ShouldBe("web@both×1, db@both×1");
}
