using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Supplies;
using Google.OrTools.Sat;

namespace Fulcrum.Solver.Shapes;

/// <summary>Counts how many of a shape each pool can sell now; each shape on its own. A sum over pools' free amounts would mislead: fragments cannot be sold.</summary>
public static class ShapeCounter
{
    /// <summary>Supply per item of the problem's order, each item standing for one shape; pools that can sell none are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<ShapeSupply>> Count(PlacementProblem problem)
    {
        CompiledProblem compiled = ProblemCompiler.Compile(problem, seed: 0);
        return [.. compiled.Items.Select(item => Count(compiled, item))];
    }

    private static IReadOnlyList<ShapeSupply> Count(CompiledProblem problem, CompiledItem item) =>
    [
        .. item.Candidates.GroupBy(static candidate => candidate.Pool).OrderBy(static pool => pool.Key)
            .Select(pool => new ShapeSupply(pool.Key, MostReplicas(problem.Supply, pool.Key, [.. pool]), pool.Min(static candidate => candidate.PriceMicros))),
    ];

    private static long MostReplicas(Supply supply, int pool, Candidate[] candidates)
    {
        Candidate[] ways = [.. candidates.Where(way => !candidates.Any(other => IsCheaperToServe(other, way)))];
        return ways.Length == 1 ? Alone(supply, pool, ways[0]) : Together(supply, pool, ways);
    }

    /// <summary>Whether one way consumes no more of any class than another; of two that consume the same the first counts.</summary>
    private static bool IsCheaperToServe(Candidate one, Candidate other)
    {
        bool noMore = one.Consumption.All(entry => entry.Value <= other.Consumption.GetValueOrDefault(entry.Key));
        bool same = noMore && other.Consumption.All(entry => entry.Value <= one.Consumption.GetValueOrDefault(entry.Key));
        return same ? one.Index < other.Index : noMore;
    }

    private static long Alone(Supply supply, int pool, Candidate way) =>
        way.Consumption.Where(static entry => entry.Value > 0).Min(entry => supply.Free(pool, entry.Key) / entry.Value);

    private static long Together(Supply supply, int pool, Candidate[] ways)
    {
        CpModel model = new();
        IntVar[] counts = [.. ways.Select(way => model.NewIntVar(0, Alone(supply, pool, way), ""))];
        foreach (string resourceClass in ways.SelectMany(static way => way.Consumption.Keys).Distinct(StringComparer.Ordinal))
        {
            long[] amounts = [.. ways.Select(way => way.Consumption.GetValueOrDefault(resourceClass))];
            model.Add(LinearExpr.WeightedSum(counts, amounts) <= supply.Free(pool, resourceClass));
        }

        model.Maximize(LinearExpr.Sum(counts));
        CpSolver solver = new() { StringParameters = "num_workers:1" };
        CpSolverStatus status = solver.Solve(model);
        return status == CpSolverStatus.Optimal
            ? (long)solver.ObjectiveValue
            : throw new InvalidOperationException($"Counting a shape ended as {status}.");
    }
}
