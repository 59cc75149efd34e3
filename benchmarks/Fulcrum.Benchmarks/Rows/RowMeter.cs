using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Rows;

/// <summary>Measures one order after the other, and does not believe the answers.</summary>
internal static class RowMeter
{
    /// <summary>Solvers in floating point are exact up to so much of a value.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Measures one solve. Memory is collected before, so that none of it is paid for what was solved earlier.</summary>
    /// <exception cref="WrongAnswerException">The plan breaks a rule.</exception>
    public static RowMeasurement Measure(IContender contender, PlacementProblem problem, long seed, TimeSpan limit)
    {
        GC.Collect();
        Answer answer = contender.Solve(problem, limit);
        return new RowMeasurement(seed, contender.Name, answer, answer.Plan is { } plan ? PlanValue.Of(problem, plan) : null);
    }

    /// <summary>Compares two answers to the same problem.</summary>
    /// <exception cref="WrongAnswerException">They contradict each other.</exception>
    public static void CheckAgreement(RowMeasurement one, RowMeasurement other)
    {
        CheckAgainst(one, other);
        CheckAgainst(other, one);
    }

    private static void CheckAgainst(RowMeasurement one, RowMeasurement other)
    {
        if (one.Answer.Status == PlacementStatus.Infeasible && other.Objective is not null)
        {
            throw new WrongAnswerException($"{one.Contender} found no plan possible for seed {one.Seed}, but {other.Contender} has one.");
        }

        if (one.Answer.Bound is { } bound && other.Objective is { } value && (double)(bound - value) > Tolerance * (double)value)
        {
            throw new WrongAnswerException($"{one.Contender} proved {bound} for seed {one.Seed}, but {other.Contender} has a plan of {value}.");
        }
    }
}
