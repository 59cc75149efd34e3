using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Affinity, anti-affinity, spread and survival over domains.</summary>
public sealed class DomainRuleTests
{
    /// <summary>One cheap pool; a second in its zone, a third in its location, a fourth elsewhere in the country, a fifth abroad; the dearer the farther.</summary>
    private static Sketch Ladder() => new Sketch()
        .Location("paris").Location("lyon").Location("berlin", "DE")
        .Provider("a").Provider("b")
        .Pool("p1", "a", "paris", 0.001m, with: Zone("z1"))
        .Pool("p2", "a", "paris", 0.002m, with: Zone("z1"))
        .Pool("p3", "a", "paris", 0.003m, with: Zone("z2"))
        .Pool("p4", "a", "lyon", 0.004m, with: Zone("z1"))
        .Pool("p5", "a", "berlin", 0.005m)
        .Pool("p6", "b", "paris", 0.006m, with: Zone("z1"));

    private static Func<ResourcePool, ResourcePool> Zone(string zone) => pool => pool with { Zone = zone };

    [Theory]
    [InlineData(Domain.Pool, "web@p1×1, web@p2×1")]
    [InlineData(Domain.Zone, "web@p1×1, web@p3×1")]
    [InlineData(Domain.Location, "web@p1×1, web@p4×1")]
    [InlineData(Domain.Country, "web@p1×1, web@p5×1")]
    [InlineData(Domain.Provider, "web@p1×1, web@p6×1")]
    public void Spread_counts_domains_of_its_kind(Domain kind, string plan)
    {
        Ladder().Item("web", 2, item => item with { Spread = [new(kind, Max: 1)] }).Plan().ShouldBe(plan);
        Ladder().Item("web", 2, item => item with { Spread = [new(kind, MinDomains: 2)] }).Plan().ShouldBe(plan);
        Ladder().Item("web", 2, item => item with { Survive = [new(kind)] }).Plan().ShouldBe(plan);
    }

    [Theory]
    [InlineData(Domain.Pool, "web@p2×1, db@p1×1")]
    [InlineData(Domain.Zone, "web@p3×1, db@p1×1")]
    [InlineData(Domain.Location, "web@p4×1, db@p1×1")]
    [InlineData(Domain.Country, "web@p5×1, db@p1×1")]
    [InlineData(Domain.Provider, "web@p6×1, db@p1×1")]
    public void Items_with_anti_affinity_share_no_domain_of_its_kind(Domain kind, string plan) => Ladder()
        .Item("web").Item("db", 1, item => item with { Placement = new() { PinnedPoolId = "p1" } })
        .Relation("web", "db", relation => relation with { AntiAffinity = kind }).Plan().ShouldBe(plan);

    [Fact]
    public void A_pool_without_a_zone_is_a_zone_of_its_own() => new Sketch()
        .Location("paris").Provider("a").Pool("p1", "a", "paris", 0.001m).Pool("p2", "a", "paris", 0.002m)
        .Item("web", 2, item => item with { Spread = [new(Domain.Zone, Max: 1)] }).Plan().ShouldBe("web@p1×1, web@p2×1");

    [Theory]
    [InlineData(400_000, "web@p1×2, web@p2×2, web@p3×1")]
    [InlineData(399_999, "web@p1×1, web@p2×1, web@p3×1, web@p4×1, web@p5×1")]
    [InlineData(0, "web@p1×1, web@p2×1, web@p3×1, web@p4×1, web@p5×1")]
    public void A_share_is_rounded_down_but_never_below_one(int share, string plan) =>
        Ladder().Item("web", 5, item => item with { Spread = [new(Domain.Pool, MaxShareMillionths: share)] }).Plan().ShouldBe(plan);

    [Fact]
    public void Enough_replicas_survive_the_loss_of_any_one_domain()
    {
        Ladder().Item("web", 5, item => item with { Survive = [new(Domain.Location, 3)] }).Plan().ShouldBe("web@p1×2, web@p4×2, web@p5×1");
        Ladder().Item("web", 2, item => item with { Survive = [new(Domain.Pool, 2)] }).Plan().ShouldBe("infeasible");
        Ladder().Item("web", 1, item => item with { Survive = [new(Domain.Pool, 3)] }).Plan().ShouldBe("infeasible");
    }

    [Fact]
    public void Affinity_holds_every_replica_of_both_items_in_one_domain()
    {
        Sketch sketch = new Sketch().Location("paris").Location("lyon").Provider("a")
            .Pool("p", "a", "paris", 0.001m, 3).Pool("q", "a", "lyon", 0.002m, 4)
            .Item("web", 2).Item("db", 2).Relation("web", "db", relation => relation with { Affinity = Domain.Location });
        sketch.Plan().ShouldBe("web@q×2, db@q×2");
    }

    [Fact]
    public void Affinity_without_a_domain_in_common_is_infeasible() => new Sketch()
        .Location("paris").Location("lyon").Provider("a").Pool("p", "a", "paris").Pool("q", "a", "lyon")
        .Item("web", 1, item => item with { Placement = new() { AllowedLocations = ["paris"] } })
        .Item("db", 1, item => item with { Placement = new() { AllowedLocations = ["lyon"] } })
        .Relation("web", "db", relation => relation with { Affinity = Domain.Location }).Plan().ShouldBe("infeasible");
}
