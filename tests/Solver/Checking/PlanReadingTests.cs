using Fulcrum.Solver.Checking;

namespace Fulcrum.Solver.Tests.Checking;

/// <summary>Assignments refer to what exists and add up.</summary>
public sealed class PlanReadingTests
{
    [Fact]
    public void A_valid_plan_passes() => Scenario.Problem.ShouldPass();

    [Fact]
    public void Unknown_item() => Scenario.Problem.ShouldViolate(ViolationRules.PlanItem, Scenario.Of(("cache", "par-1", "m4", 1)));

    [Fact]
    public void Unknown_pool() => Scenario.Problem.ShouldViolate(ViolationRules.PlanPool, Scenario.Of(("web", "par-9", "m4", 4)));

    [Fact]
    public void Unknown_offer() => Scenario.Problem.ShouldViolate(ViolationRules.PlanOffer, Scenario.Of(("web", "par-1", "m9", 4)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000_000_000)]
    public void Impossible_quantity(long quantity) =>
        Scenario.Problem.ShouldViolate(ViolationRules.PlanQuantity, Scenario.Of(("web", "par-1", "m4", quantity)));

    [Fact]
    public void The_same_assignment_twice() => Scenario.Problem.ShouldViolate(
        ViolationRules.PlanDuplicate, Scenario.Of(("web", "par-1", "m4", 2), ("web", "par-1", "m4", 2), ("db", "par-2", null, 2)));

    [Fact]
    public void Two_offers_of_one_pool_are_two_assignments() =>
        Scenario.Problem.ShouldPass(Scenario.Of(("web", "par-1", "m4", 2), ("web", "par-1", null, 2), ("db", "par-2", "m2", 2)));

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Replicas_missing_or_too_many(long web) => Scenario.Problem.ShouldViolate(
        ViolationRules.PlanComplete, Scenario.Of(("web", "par-1", "m4", web), ("db", "par-2", null, 2)));

    [Fact]
    public void An_item_left_out_is_reported_and_has_no_score()
    {
        CheckReport report = PlanChecker.Check(Scenario.Problem, Scenario.Of(("web", "par-1", "m4", 4)));
        report.Violations.ShouldHaveSingleItem().ShouldBe(
            new(ViolationRules.PlanComplete, "db", "Item 'db' has 0 replicas assigned, but its quantity is 2."));
        report.Score.ShouldBeNull();
    }

    [Fact]
    public void An_index_out_of_range_is_a_violation_not_a_crash() => PlanChecker
        .Evaluate(Scenario.Problem, new([new(0, 99, 0, 1), new(9, 0, 9, 0)])).Violations.Select(violation => violation.Rule)
        .ShouldBe([ViolationRules.PlanPool, ViolationRules.PlanItem, ViolationRules.PlanOffer, ViolationRules.PlanQuantity]);
}
