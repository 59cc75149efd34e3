using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Contenders;

/// <summary>Values plans with the independent checker, whoever made them.</summary>
internal static class PlanValue
{
    private const decimal ThousandthMicrosPerEuro = 1_000_000_000;

    /// <summary>Value of a plan with a weighted objective, in thousandths of a micro-EUR.</summary>
    /// <exception cref="WrongAnswerException">The plan breaks a rule.</exception>
    public static Int128 Of(PlacementProblem problem, Plan plan)
    {
        CheckReport report = PlanChecker.Evaluate(problem, plan);
        if (report.Violations is [{ } violation, ..]) throw new WrongAnswerException($"A plan for '{problem.Order.Id}' breaks {violation.Rule}: {violation.Message}");
        return Of(problem.Order.Objective, report.Score!);
    }

    /// <summary>Weighted sum of the terms.</summary>
    public static Int128 Of(Objective objective, ScoreBreakdown score) => Enum.GetValues<ObjectiveTerm>()
        .Aggregate(Int128.Zero, (sum, term) => sum + ((Int128)objective.WeightThousandths(term) * score.Term(term)));

    /// <summary>A value in EUR.</summary>
    public static decimal ToEuros(Int128 value) => (decimal)value / ThousandthMicrosPerEuro;
}
