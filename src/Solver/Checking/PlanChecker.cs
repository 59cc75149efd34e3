using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>Re-verifies a plan from the problem alone. Shares no code with the solver: it reads the rules from the definition of an order.</summary>
public static class PlanChecker
{
    private static readonly IPlanCheck[] Checks =
    [
        new DuplicateCheck(),
        new CompletenessCheck(),
        new CandidateCheck(),
        new CapacityCheck(),
        new StatusCheck(),
        new TraitCheck(),
        new PlacementListCheck(),
        new SovereigntyCheck(),
        new UserLatencyCheck(),
        new RelationLatencyCheck(),
        new AffinityCheck(),
        new SpreadCheck(),
        new SurviveCheck(),
        new ProviderCheck(),
        new BudgetCheck(),
    ];

    /// <summary>Verifies every rule, every price and the certificate's arithmetic.</summary>
    /// <remarks>When an assignment refers to something that does not exist, only such faults are reported, without a score.</remarks>
    public static CheckReport Check(PlacementProblem problem, ClaimedPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        (IReadOnlyList<PlanLine> lines, IReadOnlyList<Violation> unread) = PlanReader.Read(problem, plan.Assignments);
        if (unread.Count > 0) return new(unread, null);

        PlacedPlan placed = new(problem, lines);
        List<Violation> violations = [.. RuleViolations(placed)];
        if (placed.Value is not { } value) return new(violations, null);
        violations.AddRange(ClaimedPriceCheck.Check(placed, value, plan));
        violations.AddRange(ClaimedScoreCheck.Check(problem.Order, value, plan.Score));
        violations.AddRange(CertificateCheck.Check(problem.Order, value, plan.Certificate));
        return Report(violations, value);
    }

    /// <summary>Verifies every rule of a plan that makes no statement about itself, and computes its value.</summary>
    public static CheckReport Evaluate(PlacementProblem problem, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        IReadOnlyList<Violation> unread = PlanReader.Validate(problem, plan.Lines);
        if (unread.Count > 0) return new(unread, null);

        PlacedPlan placed = new(problem, plan.Lines);
        List<Violation> violations = [.. RuleViolations(placed)];
        return placed.Value is { } value ? Report(violations, value) : new(violations, null);
    }

    private static IEnumerable<Violation> RuleViolations(PlacedPlan plan)
    {
        IEnumerable<Violation> violations = Checks.SelectMany(check => check.Check(plan));
        return plan.Value is { } value && !value.FitsInScore()
            ? violations.Append(new(
                ViolationRules.ScoreRange, plan.Order.Id, $"A term exceeds {Wording.Euros(long.MaxValue)}: {value.Price}, {value.Locality}, {value.Sovereignty}."))
            : violations;
    }

    private static CheckReport Report(IReadOnlyList<Violation> violations, PlanValue value) =>
        new(violations, value.FitsInScore() ? value.ToScore() : null);
}
