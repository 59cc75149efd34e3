using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Checking;

/// <summary>Section "Eligibility".</summary>
public sealed class EligibilityTests
{
    [Theory]
    [InlineData(LifecycleStatus.Draining)]
    [InlineData(LifecycleStatus.Suspended)]
    public void Provider_and_pool_are_active(LifecycleStatus status)
    {
        Scenario.Problem.WithPool("par-1", pool => pool with { Status = status }).ShouldViolate(ViolationRules.EligibilityStatus);
        Scenario.Problem.WithProvider("rhein", provider => provider with { Status = status }).ShouldViolate(ViolationRules.EligibilityStatus);
        Scenario.Problem.WithPool("nyc-1", pool => pool with { Status = status }).ShouldPass();
    }

    [Fact]
    public void All_required_traits() =>
        Web(item => item with { RequiredTraits = ["arch:amd64", "gpu"] }).ShouldViolate(ViolationRules.EligibilityTraits);

    [Fact]
    public void No_forbidden_trait() =>
        Web(item => item with { ForbiddenTraits = ["gpu", "arch:amd64"] }).ShouldViolate(ViolationRules.EligibilityTraits);

    [Fact]
    public void Of_each_anyOf_list_at_least_one()
    {
        Web(item => item with { AnyOfTraits = [["gpu", "arch:amd64"], [], ["service:vm"]] }).ShouldPass();
        Web(item => item with { AnyOfTraits = [["arch:amd64"], ["gpu", "arch:arm64"]] }).ShouldViolate(ViolationRules.EligibilityTraits);
    }

    [Fact]
    public void Allow_lists_name_every_pool_used()
    {
        Placed(rule => rule with { AllowedCountries = ["FR", "DE"], AllowedProviders = ["alpina", "rhein"], AllowedLocations = ["fr-par", "de-fra"] }).ShouldPass();
        Placed(rule => rule with { AllowedCountries = ["FR"] }).ShouldViolate(ViolationRules.EligibilityPlacement);
        Placed(rule => rule with { AllowedProviders = ["alpina"] }).ShouldViolate(ViolationRules.EligibilityPlacement);
        Placed(rule => rule with { AllowedLocations = ["de-fra"] }).ShouldViolate(ViolationRules.EligibilityPlacement);
    }

    [Fact]
    public void Deny_lists_name_no_pool_used()
    {
        Placed(rule => rule with { DeniedCountries = ["US"], DeniedProviders = ["hyper"], DeniedLocations = ["us-nyc"] }).ShouldPass();
        Placed(rule => rule with { DeniedCountries = ["DE"] }).ShouldViolate(ViolationRules.EligibilityPlacement);
        Placed(rule => rule with { DeniedProviders = ["rhein"] }).ShouldViolate(ViolationRules.EligibilityPlacement);
        Placed(rule => rule with { DeniedLocations = ["fr-par"] }).ShouldViolate(ViolationRules.EligibilityPlacement);
    }

    [Fact]
    public void A_pinned_item_is_in_its_pool_only()
    {
        Placed(rule => rule with { PinnedPoolId = "par-1" }).ShouldViolate(ViolationRules.EligibilityPlacement);
        Placed(rule => rule with { PinnedPoolId = "par-1" }).ShouldPass(Scenario.Of(("web", "par-1", "m4", 4), ("db", "par-2", null, 2)));
    }

    private static PlacementProblem Web(Func<OrderItem, OrderItem> change) => Scenario.Problem.WithItem("web", change);

    private static PlacementProblem Placed(Func<PlacementRule, PlacementRule> change) => Web(item => item with { Placement = change(item.Placement) });
}
