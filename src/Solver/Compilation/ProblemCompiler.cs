using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Compilation;

/// <summary>Turns a problem into candidates with exact integer figures.</summary>
internal static class ProblemCompiler
{
    /// <summary>Compiles a problem; candidates are in the order that breaks ties.</summary>
    public static CompiledProblem Compile(PlacementProblem problem, long? seed)
    {
        long chosenSeed = seed ?? StableHash.SeedOf(problem.Order.Id);
        ResourceColumns columns = new(problem.Pools);
        int[] poolOrder = PoolOrder.Of(problem.Pools, chosenSeed);
        List<Candidate> candidates = [];
        return new CompiledProblem
        {
            Source = problem,
            Seed = chosenSeed,
            Items = [.. Enumerable.Range(0, problem.Order.Items.Count).Select(item => CompileItem(problem, columns, poolOrder, item, candidates))],
            Candidates = candidates,
            Relations = [.. problem.Order.Relations.Select(relation => new CompiledRelation(problem, relation))],
            Egress = [.. problem.Providers.Select(provider => EgressCharge.Of(provider.Egress))],
            Columns = columns,
            Domains = new DomainMaps(problem),
        };
    }

    private static CompiledItem CompileItem(PlacementProblem problem, ResourceColumns columns, int[] poolOrder, int item, List<Candidate> candidates)
    {
        ItemSieve sieve = new(problem, columns, item);
        int first = candidates.Count;
        foreach (int pool in poolOrder) sieve.Sift(pool, candidates);
        return new CompiledItem(item, problem.Order.Items[item], candidates[first..], sieve.Funnel(), sieve.IsClipped);
    }
}
