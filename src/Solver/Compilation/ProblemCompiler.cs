using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Compilation;

/// <summary>Turns screened ways into candidates with exact integer figures.</summary>
internal static class ProblemCompiler
{
    /// <summary>Screens and compiles a whole problem.</summary>
    public static CompiledProblem Compile(PlacementProblem problem, long? seed)
    {
        using ScreenedProblem screened = ScreenedProblem.Of(problem, seed, isPruned: false);
        return Compile(screened, chosen: null);
    }

    /// <summary>Compiles some ways of a screened problem; candidates are in the order that breaks ties.</summary>
    /// <param name="screened">The problem.</param>
    /// <param name="chosen">The ways that become candidates, by item; null takes all.</param>
    public static CompiledProblem Compile(ScreenedProblem screened, IReadOnlyList<int[]>? chosen)
    {
        PlacementProblem problem = screened.Source;
        Supply supply = screened.Supply;
        List<Candidate> candidates = [];
        return new CompiledProblem
        {
            Source = problem,
            Supply = supply,
            Seed = screened.Seed,
            Items = [.. screened.Items.Select(item => CompileItem(screened, item, chosen?[item.Item] ?? [.. Enumerable.Range(0, item.Ways.Count)], candidates))],
            Candidates = candidates,
            Relations = screened.Relations,
            Domains = new DomainMaps(supply),
        };
    }

    private static CompiledItem CompileItem(ScreenedProblem screened, ScreenedItem item, int[] chosen, List<Candidate> candidates)
    {
        int[] order = [.. chosen];
        ulong[] ranks = [.. chosen.Select(way => screened.RankOf(item.Ways.Pools[way]))];
        Array.Sort(ranks, order);
        int first = candidates.Count;
        foreach (int way in order) candidates.Add(item.ToCandidate(way, candidates.Count));
        return new CompiledItem(item.Item, item.Definition, candidates[first..], item.Funnel, item.IsClipped);
    }
}
