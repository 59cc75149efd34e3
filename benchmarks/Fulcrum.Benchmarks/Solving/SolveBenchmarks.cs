using BenchmarkDotNet.Attributes;
using Fulcrum.Solver;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Solving;

/// <summary>Time to solve, per problem, of the pipeline and of the plain CP-SAT model on the same problems. For what they proved see the command <c>table</c>.</summary>
[MacroJob]
[BenchmarkCategory("solve")]
public class SolveBenchmarks
{
    private const int ProblemCount = 3;
    private const long FirstSeed = 1;
    private const int Workers = 2;

    private readonly PlacementSolver _solver = new(TimeProvider.System);
    private PlacementProblem[] _problems = [];

    /// <summary>Pools of the federation.</summary>
    [Params(200, 1000, 5000)]
    public int Pools { get; set; }

    /// <summary>Items of the order.</summary>
    [Params(1, 3, 8)]
    public int Items { get; set; }

    /// <summary>Makes the problems.</summary>
    [GlobalSetup]
    public void Setup()
    {
        SyntheticProblems source = new();
        _problems = [.. Enumerable.Range(0, ProblemCount).Select(number => source.Create(Pools, Items, OrderFamily.Relations, FirstSeed + number))];
    }

    /// <summary>Shortcuts first, search on what is left.</summary>
    [Benchmark(OperationsPerInvoke = ProblemCount)]
    public int Pipeline() => Solve(SolveStrategy.Pipeline);

    /// <summary>The straightforward model; it may reach the time limit without a proof.</summary>
    [Benchmark(OperationsPerInvoke = ProblemCount, Baseline = true)]
    public int Plain() => Solve(SolveStrategy.Plain);

    private int Solve(SolveStrategy strategy)
    {
        SolveOptions options = new() { Strategy = strategy, Workers = Workers };
        return _problems.Count(problem => _solver.Solve(problem, options).Status == PlacementStatus.Optimal);
    }
}
