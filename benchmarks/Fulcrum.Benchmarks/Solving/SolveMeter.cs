using Fulcrum.Solver;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Solving;

/// <summary>Solves problems with both strategies, takes the time, and does not believe the answers.</summary>
/// <param name="time">Clock.</param>
/// <param name="options">Limits; the strategy is set per solve.</param>
public sealed class SolveMeter(TimeProvider time, SolveOptions options)
{
    private readonly PlacementSolver _solver = new(time);

    /// <summary>Measures one problem; which strategy goes first changes with the seed, so that neither always finds the caches warm.</summary>
    /// <exception cref="WrongAnswerException">A plan breaks a rule, or the two answers contradict each other.</exception>
    public IReadOnlyList<Measurement> Measure(PlacementProblem problem, long seed)
    {
        SolveStrategy[] strategies = long.IsEvenInteger(seed) ? [SolveStrategy.Pipeline, SolveStrategy.Plain] : [SolveStrategy.Plain, SolveStrategy.Pipeline];
        Measurement[] pair = [.. strategies.Select(strategy => Measure(problem, seed, strategy))];
        CheckAgreement(pair[0], pair[1]);
        CheckAgreement(pair[1], pair[0]);
        return pair;
    }

    private Measurement Measure(PlacementProblem problem, long seed, SolveStrategy strategy)
    {
        GC.Collect();
        long startedAt = time.GetTimestamp();
        PlacementResult result = _solver.Solve(problem, options with { Strategy = strategy });
        double milliseconds = time.GetElapsedTime(startedAt).TotalMilliseconds;
        if (result.Plan is { } plan && PlanChecker.Evaluate(problem, plan).Violations is [{ } violation, ..])
        {
            throw new WrongAnswerException($"The plan of {strategy} for seed {seed} breaks {violation.Rule}: {violation.Message}");
        }

        return new Measurement(strategy, seed, milliseconds, result.Status, result.Certificate);
    }

    private static void CheckAgreement(Measurement one, Measurement other)
    {
        if (one.Status == PlacementStatus.Infeasible && other.Certificate is not null)
        {
            throw new WrongAnswerException($"{one.Strategy} found no plan possible for seed {one.Seed}, but {other.Strategy} has one.");
        }

        if (one.Certificate is { } bound && other.Certificate is { } plan && bound.Bound > plan.Objective)
        {
            throw new WrongAnswerException($"{one.Strategy} proved {bound.Bound} for seed {one.Seed}, but {other.Strategy} has a plan of {plan.Objective}.");
        }
    }
}
