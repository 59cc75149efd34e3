using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Status, traits, allow and deny lists, latency to users, and how the funnel counts them.</summary>
public sealed class EligibilityTests
{
    private static Sketch TwoPools() => new Sketch()
        .Location("paris").Location("berlin", "DE", 10).Link("paris", "berlin", 9_100)
        .Provider("a").Provider("b")
        .Pool("cheap", "a", "berlin", with: pool => pool with { Traits = new HashSet<string> { "arch:arm64" } })
        .Pool("dear", "b", "paris", 0.002m, with: pool => pool with { Traits = new HashSet<string> { "arch:amd64", "gpu" } });

    private static string Plan(Func<OrderItem, OrderItem> with) => TwoPools().Item("web", 1, with).Plan();

    [Fact]
    public void Draining_providers_and_pools_are_out() => new Sketch()
        .Location("paris").Provider("a", provider => provider with { Status = LifecycleStatus.Draining }).Provider("b")
        .Pool("p", "a", "paris").Pool("q", "b", "paris", 0.5m, with: pool => pool with { Status = LifecycleStatus.Suspended }).Pool("r", "b", "paris", 1m)
        .Item("web").Plan().ShouldBe("web@r×1");

    [Fact]
    public void Required_traits_are_all_there() => Plan(item => item with { RequiredTraits = ["arch:amd64", "gpu"] }).ShouldBe("web@dear×1");

    [Fact]
    public void Forbidden_traits_are_absent() => Plan(item => item with { ForbiddenTraits = ["arch:arm64"] }).ShouldBe("web@dear×1");

    [Fact]
    public void Of_each_list_in_anyOf_one_is_there() =>
        Plan(item => item with { AnyOfTraits = [["arch:amd64", "arch:arm64"], ["gpu", "fpga"]] }).ShouldBe("web@dear×1");

    [Fact]
    public void Allowed_countries_hold() => Plan(item => item with { Placement = new() { AllowedCountries = ["FR"] } }).ShouldBe("web@dear×1");

    [Fact]
    public void Denied_locations_hold() => Plan(item => item with { Placement = new() { DeniedLocations = ["berlin"] } }).ShouldBe("web@dear×1");

    [Fact]
    public void Denied_providers_hold() => Plan(item => item with { Placement = new() { DeniedProviders = ["a"] } }).ShouldBe("web@dear×1");

    [Fact]
    public void The_pinned_pool_is_the_only_one() => Plan(item => item with { Placement = new() { PinnedPoolId = "dear" } }).ShouldBe("web@dear×1");

    [Theory]
    [InlineData("9.1", "web@cheap×1")]
    [InlineData("9.0999999", "web@dear×1")]
    public void Latency_to_users_is_compared_exactly(string most, string plan)
    {
        Sketch sketch = TwoPools();
        UserGroup users = sketch.Users("paris") with { MaxLatencyMs = decimal.Parse(most, System.Globalization.CultureInfo.InvariantCulture) };
        sketch.Item("web", 1, item => item with { Users = [users] }).Plan().ShouldBe(plan);
    }

    [Fact]
    public void Latency_to_users_is_measured_from_the_pool()
    {
        Sketch sketch = TwoPools().Link("berlin", "paris", 50_000);
        UserGroup users = sketch.Users("paris") with { MaxLatencyMs = 20 };
        sketch.Item("web", 1, item => item with { Users = [users] }).Plan().ShouldBe("web@dear×1");
    }

    [Fact]
    public void The_funnel_counts_what_each_rule_removes_among_what_is_left()
    {
        PlacementResult result = TwoPools()
            .Pool("full", "b", "paris", vcpus: 0)
            .Pool("other", "b", "paris", with: pool => pool with { Inventories = new Dictionary<string, Inventory>(), PriceBook = null })
            .Item("web", 1, item => item with { ForbiddenTraits = ["arch:arm64"] })
            .Solve();
        ItemFunnel funnel = result.Funnel.ShouldHaveSingleItem();
        funnel.Pools.ShouldBe(4);
        funnel.Steps.Select(step => (step.Rule, step.Removed, step.Left)).ShouldBe(
        [
            ("eligibility.status", 0, 4), ("eligibility.traits", 1, 3), ("eligibility.placement", 0, 3), ("sovereignty", 0, 3),
            ("latency.users", 0, 3), ("candidate", 1, 2), ("capacity", 1, 1),
        ]);
        funnel.Steps[1].Reasons.ShouldBe([new FunnelReason("has forbidden trait arch:arm64", 1)]);
        funnel.Steps[5].Reasons.ShouldBe([new FunnelReason("inventory lacks class vcpu", 1)]);
        funnel.Steps[6].Reasons.ShouldBe([new FunnelReason("too little vcpu free for one replica", 1)]);
    }

    [Fact]
    public void An_order_whose_item_has_no_candidate_is_infeasible_and_says_why()
    {
        PlacementResult result = TwoPools().Item("web", 1, item => item with { RequiredTraits = ["quantum"] }).Solve();
        result.Status.ShouldBe(PlacementStatus.Infeasible);
        result.Plan.ShouldBeNull();
        result.Funnel[0].Steps[1].Reasons.ShouldBe([new FunnelReason("lacks trait quantum", 2)]);
    }
}
