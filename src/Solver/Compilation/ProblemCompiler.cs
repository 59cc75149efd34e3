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
        using ScreenedProblem screened = ScreenedProblem.Of(problem, seed);
        return Compile(screened, keep: null);
    }

    /// <summary>Compiles some ways of a screened problem; candidates are in the order that breaks ties.</summary>
    /// <param name="screened">The problem.</param>
    /// <param name="keep">Given the indices of an item and of one of its ways, whether the way becomes a candidate; null keeps all.</param>
    public static CompiledProblem Compile(ScreenedProblem screened, Func<int, int, bool>? keep)
    {
        PlacementProblem problem = screened.Source;
        Supply supply = screened.Supply;
        List<Candidate> candidates = [];
        return new CompiledProblem
        {
            Source = problem,
            Supply = supply,
            Seed = screened.Seed,
            Items = [.. screened.Items.Select(item => CompileItem(screened, item, keep, candidates))],
            Candidates = candidates,
            Relations = screened.Relations,
            Egress = screened.Egress,
            Domains = new DomainMaps(supply),
        };
    }

    private static CompiledItem CompileItem(ScreenedProblem screened, ScreenedItem item, Func<int, int, bool>? keep, List<Candidate> candidates)
    {
        List<int> ways = [];
        for (int way = 0; way < item.Ways.Count; way++)
        {
            if (keep is null || keep(item.Item, way)) ways.Add(way);
        }

        ulong[] ranks = [.. ways.Select(way => screened.RankOf(item.Ways.Pools[way]))];
        int[] order = [.. ways];
        Array.Sort(ranks, order);
        int first = candidates.Count;
        foreach (int way in order) candidates.Add(item.ToCandidate(way, candidates.Count));
        return new CompiledItem(item.Item, item.Definition, candidates[first..], item.Funnel, item.IsClipped);
    }
}
