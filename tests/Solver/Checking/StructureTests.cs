using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Checking;

/// <summary>Sections "Latency", "Domains", "Affinity / anti-affinity", "Spread" and "Survive".</summary>
public sealed class StructureTests
{
    private static readonly ClaimedPlan DbInParis = Scenario.Of(("web", "par-1", "m4", 2), ("web", "fra-1", "m4", 2), ("db", "par-2", null, 2));

    [Theory]
    [InlineData("9.2", true)]
    [InlineData("9.199999999999999999999999999", false)]
    [InlineData("9.1", false)]
    public void Every_pool_used_is_near_to_users_from_the_pool_to_the_user(string bound, bool valid)
    {
        PlacementProblem problem = Scenario.Problem.WithItem(
            "web", item => item with { Users = [new() { Location = 0, MaxLatencyMs = decimal.Parse(bound, System.Globalization.CultureInfo.InvariantCulture) }] });
        if (valid) problem.ShouldPass();
        else problem.ShouldViolate(ViolationRules.LatencyUser);
    }

    [Fact]
    public void A_location_is_no_time_away_from_itself() => Scenario.Problem
        .WithItem("web", item => item with { Users = [new() { Location = 0, MaxLatencyMs = 0 }] })
        .ShouldPass(Scenario.Of(("web", "par-1", "m4", 4), ("db", "fra-2", null, 2)));

    [Fact]
    public void Nearest_asks_of_each_pool_of_from_one_pool_of_to()
    {
        PlacementProblem problem = Scenario.Problem.WithRelation(relation => relation with { MaxLatencyMs = 0 });
        problem.ShouldPass();
        problem.ShouldViolate(ViolationRules.LatencyRelation, DbInParis);
        Scenario.Problem.WithRelation(relation => relation with { From = 1, To = 0, MaxLatencyMs = 0 }).ShouldPass(DbInParis);
    }

    [Fact]
    public void A_relation_is_measured_from_from_to_to()
    {
        Scenario.Problem.WithRelation(relation => relation with { MaxLatencyMs = 9.2m }).ShouldPass(DbInParis);
        Scenario.Problem.WithRelation(relation => relation with { MaxLatencyMs = 9.1m }).ShouldViolate(ViolationRules.LatencyRelation, DbInParis);
        Scenario.Problem.WithRelation(relation => relation with { From = 1, To = 0, MaxLatencyMs = 9.1m, Scope = LatencyScope.All }).ShouldPass(DbInParis);
    }

    [Fact]
    public void All_asks_of_every_pair()
    {
        Scenario.Problem.WithRelation(relation => relation with { MaxLatencyMs = 9.2m, Scope = LatencyScope.All }).ShouldPass();
        Scenario.Problem.WithRelation(relation => relation with { MaxLatencyMs = 9.1m, Scope = LatencyScope.All }).ShouldViolate(ViolationRules.LatencyRelation);
    }

    [Theory]
    [InlineData(Domain.Pool, false)]
    [InlineData(Domain.Zone, false)]
    [InlineData(Domain.Location, true)]
    [InlineData(Domain.Country, true)]
    [InlineData(Domain.Provider, true)]
    public void Affinity_is_one_domain_for_both(Domain kind, bool valid)
    {
        ClaimedPlan paris = Scenario.Of(("web", "par-1", "m4", 4), ("db", "par-2", null, 2));
        PlacementProblem problem = Scenario.Problem.WithRelation(relation => relation with { Affinity = kind });
        if (valid) problem.ShouldPass(paris);
        else problem.ShouldViolate(ViolationRules.Affinity, paris);
    }

    [Fact]
    public void The_same_two_domains_are_no_affinity() =>
        Scenario.Problem.WithRelation(relation => relation with { Affinity = Domain.Location }).ShouldViolate(ViolationRules.Affinity);

    [Theory]
    [InlineData(Domain.Pool, true)]
    [InlineData(Domain.Zone, true)]
    [InlineData(Domain.Location, false)]
    [InlineData(Domain.Country, false)]
    [InlineData(Domain.Provider, false)]
    public void Anti_affinity_shares_no_domain(Domain kind, bool valid)
    {
        PlacementProblem problem = Scenario.Problem.WithRelation(relation => relation with { AntiAffinity = kind });
        if (valid) problem.ShouldPass();
        else problem.ShouldViolate(ViolationRules.AntiAffinity);
    }

    [Fact]
    public void A_zone_is_of_one_provider_at_one_location()
    {
        ClaimedPlan oneZone = Scenario.Of(("web", "par-1", "m4", 2), ("web", "par-2", "m4", 2), ("db", "par-2", null, 2));
        PlacementProblem problem = Scenario.Problem.WithItem("web", item => item with { Spread = [new(Domain.Zone, Max: 2)] });
        problem.ShouldPass(oneZone);
        problem.WithPool("par-2", pool => pool with { Zone = "a" }).ShouldViolate(ViolationRules.SpreadMax, oneZone);
        problem.WithPool("par-2", pool => pool with { Zone = "a", Provider = 1 }).ShouldPass(oneZone);
        problem.WithPool("par-2", pool => pool with { Zone = "a", Location = 1 }).ShouldPass(oneZone);
    }

    [Fact]
    public void Pools_without_a_zone_are_zones_of_their_own() => Scenario.Problem
        .WithItem("web", item => item with { Spread = [new(Domain.Zone, Max: 2, MinDomains: 2)] })
        .ShouldPass(Scenario.Of(("web", "fra-1", "m4", 2), ("web", "fra-2", "m4", 2), ("db", "par-2", null, 2)));

    [Theory]
    [InlineData(2, null, null, null)]
    [InlineData(1, null, null, ViolationRules.SpreadMax)]
    [InlineData(null, 500_000, null, null)]
    [InlineData(null, 499_999, null, ViolationRules.SpreadMaxShare)]
    [InlineData(null, null, 2, null)]
    [InlineData(null, null, 3, ViolationRules.SpreadMinDomains)]
    public void Spread_over_locations(int? max, int? share, int? minDomains, string? violated)
    {
        PlacementProblem problem = Scenario.Problem.WithItem("web", item => item with { Spread = [new(Domain.Location, max, share, minDomains)] });
        if (violated is null) problem.ShouldPass();
        else problem.ShouldViolate(violated);
    }

    [Fact]
    public void A_share_always_allows_one_replica() =>
        Scenario.Problem.WithItem("db", item => item with { Spread = [new(Domain.Location, MaxShareMillionths: 0)] }).ShouldPass();

    [Theory]
    [InlineData(Domain.Provider, 2, true)]
    [InlineData(Domain.Provider, 3, false)]
    [InlineData(Domain.Country, 2, true)]
    public void Enough_survive_the_loss_of_any_one_domain(Domain kind, int least, bool valid)
    {
        PlacementProblem problem = Scenario.Problem.WithItem("web", item => item with { Survive = [new(kind, least)] });
        if (valid) problem.ShouldPass();
        else problem.ShouldViolate(ViolationRules.Survive);
    }

    [Fact]
    public void The_largest_domain_counts() => Scenario.Problem
        .WithItem("web", item => item with { Survive = [new(Domain.Pool, 2)] })
        .ShouldViolate(ViolationRules.Survive, Scenario.Of(("web", "par-1", "m4", 3), ("web", "fra-1", "m4", 1), ("db", "par-2", null, 2)));
}
