using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Checking;

/// <summary>What a plan says of itself: prices, score, certificate, stages.</summary>
public sealed class ClaimTests
{
    private static readonly PlacementProblem Weighted = Priced(new() { PriceWeightThousandths = 1500, LocalityWeightThousandths = 0, SovereigntyWeightThousandths = 1 });
    private static readonly PlacementProblem Ordered = Priced(new()
    {
        Mode = ObjectiveMode.Lexicographic,
        Order = [new(ObjectiveTerm.Price, 0.05m), new(ObjectiveTerm.Sovereignty, 7)],
    });

    [Fact]
    public void A_true_statement_passes()
    {
        Weighted.ShouldPass(Stated(Weighted));
        Ordered.ShouldPass(Stated(Ordered));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(10_000)]
    public void Price_of_an_assignment_or_of_the_plan_is_off(long by)
    {
        ClaimedAssignment first = Scenario.Plan.Assignments[0] with { PriceMicros = 76_504_000 };
        ClaimedPlan plan = Scenario.Plan with { Assignments = [first, .. Scenario.Plan.Assignments.Skip(1)], PriceMicros = 177_828_000 };
        Scenario.Problem.ShouldPass(plan);
        Scenario.Problem.ShouldViolate(
            ViolationRules.PriceAssignment, plan with { Assignments = [first with { PriceMicros = 76_504_000 + by }, .. Scenario.Plan.Assignments.Skip(1)] });
        Scenario.Problem.ShouldViolate(ViolationRules.PricePlan, plan with { PriceMicros = 177_828_000 + by });
    }

    [Fact]
    public void Each_part_of_the_score_is_compared()
    {
        ScoreBreakdown score = Scenario.Problem.Score();
        void Refused(string rule, ScoreBreakdown changed) => Scenario.Problem.ShouldViolate(rule, Scenario.Plan with { Score = changed });
        Refused(ViolationRules.ScoreResources, score with { ResourcesMicros = score.ResourcesMicros + 1 });
        Refused(ViolationRules.ScoreFees, score with { FeesMicros = 1 });
        Refused(ViolationRules.ScoreEgress, score with { EgressMicros = 1 });
        Refused(ViolationRules.ScoreLocality, score with { LocalityMicros = 1 });
        Refused(ViolationRules.ScoreSovereignty, score with { SovereigntyMicros = 1 });
        Refused(ViolationRules.ScoreItems, score with { Items = [score.Items[1], score.Items[0]] });
        Refused(ViolationRules.ScoreItems, score with { Items = [score.Items[0]] });
    }

    [Fact]
    public void A_plan_is_optimal_or_feasible()
    {
        Refused(ViolationRules.CertificateStatus, certificate => certificate with { Status = PlacementStatus.Infeasible });
        Refused(ViolationRules.CertificateStatus, certificate => certificate with { Status = PlacementStatus.Unknown });
    }

    [Fact]
    public void The_weighted_objective_is_in_thousandths() =>
        Stated(Weighted).Certificate!.Objective.ShouldBe((Int128)((177_828_000 * 1500L) + 6));

    [Fact]
    public void A_false_objective() => Refused(
        ViolationRules.CertificateObjective, certificate => certificate with { Objective = certificate.Objective + 1, Status = PlacementStatus.Feasible, Gap = 0 });

    [Fact]
    public void A_bound_above_the_objective() => Refused(
        ViolationRules.CertificateBound, certificate => certificate with { Bound = certificate.Objective + 1, Status = PlacementStatus.Feasible });

    [Fact]
    public void Optimal_with_room_for_a_better_plan() => Refused(
        ViolationRules.CertificateOptimal, certificate => certificate with { Bound = certificate.Objective - 1, Gap = 0 });

    [Fact]
    public void A_gap_that_is_not_the_gap()
    {
        Refused(ViolationRules.CertificateGap, certificate => certificate with { Status = PlacementStatus.Feasible, Bound = certificate.Objective / 2, Gap = 0.25 });
        Refused(ViolationRules.CertificateGap, certificate => certificate with { Status = PlacementStatus.Feasible, Gap = double.NaN });
        Weighted.ShouldPass(With(Weighted, certificate => certificate with { Status = PlacementStatus.Feasible, Bound = certificate.Objective / 2, Gap = 0.5 }));
    }

    [Fact]
    public void The_lexicographic_objective_is_the_last_term() => Stated(Ordered).Certificate!.Objective.ShouldBe((Int128)6);

    [Fact]
    public void Stages_name_the_terms_of_the_order_in_order()
    {
        RefusedStages(stages => [stages[1], stages[0]]);
        RefusedStages(stages => [stages[1]]);
        RefusedStages(_ => []);
    }

    /// <summary>169 360 000 + ⌊5 %⌋ is exactly the plan's price of 177 828 000.</summary>
    [Fact]
    public void Every_term_is_held_within_its_tolerance()
    {
        Ordered.ShouldPass(WithStages(stages => [stages[0] with { ValueMicros = 169_360_000, BoundMicros = 169_360_000 }, stages[1]]));
        RefusedStages(stages => [stages[0] with { ValueMicros = 169_359_999, BoundMicros = 169_359_999 }, stages[1]]);
    }

    [Fact]
    public void The_last_term_has_no_tolerance() => Ordered
        .ShouldViolate(ViolationRules.CertificateStages, WithStages(stages => [stages[0], new(ObjectiveTerm.Sovereignty, 5, 5)], bound: 5, status: PlacementStatus.Feasible));

    [Fact]
    public void A_stage_that_is_not_proved_is_not_optimal() => Ordered.ShouldViolate(
        ViolationRules.CertificateOptimal, WithStages(stages => [stages[0] with { BoundMicros = 0 }, stages[1]]));

    [Fact]
    public void No_plan_is_below_the_bound_of_its_stage() => Ordered.ShouldViolate(
        ViolationRules.CertificateStages,
        WithStages(stages => [stages[0] with { ValueMicros = 177_828_001, BoundMicros = 177_828_001 }, stages[1]]));

    private static PlacementProblem Priced(Objective objective) => Scenario.Problem.WithObjective(objective)
        .WithPolicy(policy => policy with { Preferences = [new(new() { SeatIn = ["FR"] }, 9)] });

    private static ClaimedPlan Stated(PlacementProblem problem)
    {
        ScoreBreakdown score = problem.Score();
        Objective objective = problem.Order.Objective;
        StageResult[] stages = [.. objective.Order.Select(term => new StageResult(term.Term, score.Term(term.Term), score.Term(term.Term)))];
        Int128 value = objective.Mode == ObjectiveMode.Lexicographic
            ? stages[^1].ValueMicros
            : ((Int128)score.PriceMicros * objective.PriceWeightThousandths) + ((Int128)score.SovereigntyMicros * objective.SovereigntyWeightThousandths);
        return Scenario.Plan with
        {
            Score = score,
            PriceMicros = score.PriceMicros,
            Certificate = new()
            {
                Status = PlacementStatus.Optimal,
                Objective = value,
                Bound = value,
                Gap = 0,
                Proof = ProofKind.Search,
                Seed = 7,
                ProblemHash = "",
                Stages = stages,
            },
        };
    }

    private static ClaimedPlan With(PlacementProblem problem, Func<OptimalityCertificate, OptimalityCertificate> change)
    {
        ClaimedPlan stated = Stated(problem);
        return stated with { Certificate = change(stated.Certificate!) };
    }

    private static ClaimedPlan WithStages(
        Func<IReadOnlyList<StageResult>, StageResult[]> change, Int128? bound = null, PlacementStatus status = PlacementStatus.Optimal) => With(Ordered, certificate => certificate with
        {
            Stages = change(certificate.Stages),
            Bound = bound ?? certificate.Bound,
            Status = status,
            Gap = (double)(certificate.Objective - (bound ?? certificate.Bound)) / (double)certificate.Objective,
        });

    private static void Refused(string rule, Func<OptimalityCertificate, OptimalityCertificate> change) => Weighted.ShouldViolate(rule, With(Weighted, change));

    private static void RefusedStages(Func<IReadOnlyList<StageResult>, StageResult[]> change) =>
        Ordered.ShouldViolate(ViolationRules.CertificateStages, WithStages(change));
}
