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
        Trace trace = new();
        SolveOptions options = new() { Strategy = strategy, Workers = workers, TimeLimit = limit, Progress = trace };
        long startedAt = time.GetTimestamp();
        PlacementResult result = _solver.Solve(problem, options);
        double milliseconds = time.GetElapsedTime(startedAt).TotalMilliseconds;
        OptimalityCertificate? certificate = result.Certificate;
        if (certificate is not null) trace.Points.Add(new TracePoint(milliseconds, certificate.Objective, certificate.Bound));
        return new Answer(result.Status, result.Plan, certificate?.Bound, milliseconds, trace.Points);
    }

    /// <summary>Writes progress down where it is told, so that nothing is late or out of order.</summary>
    private sealed class Trace : IProgress<SolveProgress>
    {
        public List<TracePoint> Points { get; } = [];

        public void Report(SolveProgress value)
        {
            if (value.Objective is { } objective) Points.Add(new TracePoint(value.Elapsed.TotalMilliseconds, objective, value.Bound));
        }
    }
}
