using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Checking;

/// <summary>Sections "Candidate" and "Capacity".</summary>
public sealed class CandidateTests
{
    [Fact]
    public void An_offer_with_too_little_does_not_cover() => Scenario.Problem.ShouldViolate(
        ViolationRules.CandidateCoverage, Scenario.Of(("web", "par-1", "m2", 4), ("db", "par-2", null, 2)));

    [Fact]
    public void An_offer_without_a_class_demanded_does_not_cover() => Scenario.Problem
        .WithItem("db", item => item with { Resources = Scenario.Amounts(("vcpu", 2), ("diskGiB", 1)) })
        .ShouldViolate(ViolationRules.CandidateCoverage, Scenario.Of(("web", "par-1", "m4", 4), ("db", "par-2", "m2", 2)));

    [Fact]
    public void Free_form_needs_a_price_of_every_class_demanded() => Scenario.Problem
        .WithItem("db", item => item with { Resources = Scenario.Amounts(("vcpu", 2), ("diskGiB", 1)) })
        .ShouldViolate(ViolationRules.CandidateCoverage);

    [Fact]
    public void Free_form_needs_a_price_book() => Scenario.Problem
        .WithPool("par-2", pool => pool with { PriceBook = null })
        .ShouldViolate(ViolationRules.CandidateCoverage);

    [Fact]
    public void An_offer_consumes_also_what_is_not_demanded()
    {
        Scenario.Problem.WithInventory("par-1", "diskGiB", disk => disk with { Total = 160 }).ShouldPass();
        Scenario.Problem.WithInventory("par-1", "diskGiB", disk => disk with { Total = 159 }).ShouldViolate(ViolationRules.Capacity);
        Scenario.Problem
            .WithPool("par-1", pool => pool with { Inventories = pool.Inventories.Where(entry => entry.Key != "diskGiB").ToDictionary() })
            .ShouldViolate(ViolationRules.CandidateInventory);
    }

    [Theory]
    [InlineData(4, 4, 4, true)]
    [InlineData(5, 9, 1, false)]
    [InlineData(1, 3, 1, false)]
    [InlineData(1, 9, 3, false)]
    public void Consumption_lies_in_the_portions_sold(long minUnit, long maxUnit, long stepSize, bool valid)
    {
        PlacementProblem problem = Scenario.Problem
            .WithInventory("par-1", "vcpu", vcpu => vcpu with { MinUnit = minUnit, MaxUnit = maxUnit, StepSize = stepSize });
        if (valid) problem.ShouldPass();
        else problem.ShouldViolate(ViolationRules.CandidatePortion);
    }

    [Theory]
    [InlineData(10, 2, 1.0, 0, true)]
    [InlineData(10, 3, 1.0, 0, false)]
    [InlineData(10, 2, 1.0, 1, false)]
    [InlineData(6, 0, 1.34, 0, true)]
    [InlineData(6, 0, 1.33, 0, false)]
    [InlineData(5, 1, 2.0, 0, true)]
    [InlineData(4, 9, -1.0, 0, false)]
    public void Capacity_is_what_is_sellable_and_not_claimed(long total, long reserved, double ratio, long claimed, bool valid)
    {
        PlacementProblem problem = Scenario.Problem.WithInventory(
            "par-1", "vcpu", _ => new() { Total = total, Reserved = reserved, AllocationRatio = ratio < 0 ? 1 : (decimal)ratio, Claimed = claimed });
        if (valid) problem.ShouldPass();
        else problem.ShouldViolate(ViolationRules.Capacity);
    }

    [Fact]
    public void Capacity_counts_all_items_of_the_order_together()
    {
        ClaimedPlan together = Scenario.Of(("web", "par-1", "m4", 4), ("db", "par-1", null, 2));
        Scenario.Problem.WithInventory("par-1", "vcpu", vcpu => vcpu with { Total = 20 }).ShouldPass(together);
        Scenario.Problem.WithInventory("par-1", "vcpu", vcpu => vcpu with { Total = 19 }).ShouldViolate(ViolationRules.Capacity, together);
    }

    [Fact]
    public void The_message_names_both_figures() => PlanChecker
        .Check(Scenario.Problem.WithInventory("par-1", "vcpu", vcpu => vcpu with { Total = 7 }), Scenario.Plan).Violations
        .ShouldHaveSingleItem().Message.ShouldBe("The order consumes 8 of vcpu in pool 'par-1', which has 7 free.");
}
