using Fulcrum.Solver;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Contenders;

/// <summary>The solver of this repository.</summary>
/// <param name="time">Clock.</param>
/// <param name="strategy">How it solves.</param>
/// <param name="workers">Threads of its search.</param>
internal sealed class FulcrumContender(TimeProvider time, SolveStrategy strategy, int workers) : IContender
{
    private readonly PlacementSolver _solver = new(time);

    public string Name => strategy == SolveStrategy.Pipeline ? "fulcrum" : "plain";

    public Answer Solve(PlacementProblem problem, TimeSpan limit)
    {
        SolveOptions options = new() { Strategy = strategy, Workers = workers, TimeLimit = limit };
        long startedAt = time.GetTimestamp();
        PlacementResult result = _solver.Solve(problem, options);
        double milliseconds = time.GetElapsedTime(startedAt).TotalMilliseconds;
        OptimalityCertificate? certificate = result.Certificate;
        TracePoint[] trace = certificate is null ? [] : [new TracePoint(milliseconds, certificate.Objective, certificate.Bound)];
        return new Answer(result.Status, result.Plan, certificate?.Bound, milliseconds, trace);
    }
}
