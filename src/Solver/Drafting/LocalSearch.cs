using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Drafting;

/// <summary>Improves drafts by moving items and replicas to promising ways, until no move helps.</summary>
/// <param name="costs">Ways by item.</param>
/// <param name="judge">Judges drafts.</param>
/// <param name="stopper">Ends the search.</param>
internal sealed class LocalSearch(IReadOnlyList<ItemCosts> costs, IDraftJudge judge, Stopper stopper)
{
    private const int RoundsMax = 20;

    /// <summary>The best draft found from a start, with its cost; infinite when nothing that keeps the rules was found.</summary>
    /// <param name="start">A complete draft.</param>
    /// <param name="promising">Ways to try, by item.</param>
    /// <param name="ways">All ways.</param>
    public (Draft Draft, long Cost) Improve(Draft start, int[][] promising, WaysByProvider ways)
    {
        Draft best = start;
        long least = judge.Judge(start);
        for (int round = 0; round < RoundsMax; round++)
        {
            bool improved = false;
            for (int item = 0; item < costs.Count; item++)
            {
                if (stopper.IsDue) return (best, least);
                improved |= TryMoves(ref best, ref least, item, [.. Near(best, item, ways), .. promising[item]]);
            }

            if (!improved) break;
        }

        return (best, least);
    }

    private bool TryMoves(ref Draft best, ref long least, int item, int[] ways)
    {
        bool improved = false;
        foreach (int way in ways)
        {
            if (MoveAll(best, item, way) is { } whole) improved |= Accept(ref best, ref least, whole);
            if (costs[item].Item.Definition.Quantity == 1) continue;
            foreach (Draft.Part part in best.Of(item))
            {
                if (part.Way == way || !best.Of(item).Contains(part)) continue;
                if (Move(best, item, part, way, part.Replicas) is { } moved) improved |= Accept(ref best, ref least, moved);
                if (part.Replicas > 1 && best.Of(item).Contains(part) && Move(best, item, part, way, 1) is { } one) improved |= Accept(ref best, ref least, one);
            }
        }

        return improved;
    }

    private bool Accept(ref Draft best, ref long least, Draft draft)
    {
        long cost = judge.Judge(draft, least);
        if (cost >= least) return false;
        (best, least) = (draft, cost);
        return true;
    }

    /// <summary>The item's cheapest way at each site of the providers that other items use.</summary>
    private int[] Near(Draft draft, int item, WaysByProvider ways)
    {
        int[] providerOf = costs[item].Problem.Supply.Domains.ProviderOf;
        SortedSet<int> providers = [];
        for (int other = 0; other < draft.Items; other++)
        {
            if (other == item) continue;
            foreach (Draft.Part part in draft.Of(other)) providers.Add(providerOf[costs[other].Item.Ways.Pools[part.Way]]);
        }

        int[] siteOf = costs[item].Problem.Supply.Domains.SiteOf;
        Dictionary<int, int> cheapest = [];
        foreach (int provider in providers)
        {
            foreach (int way in ways.Of(item, provider))
            {
                int site = siteOf[costs[item].Item.Ways.Pools[way]];
                if (!cheapest.TryGetValue(site, out int known) || costs[item].OfWay[way] < costs[item].OfWay[known]) cheapest[site] = way;
            }
        }

        return [.. cheapest.Values];
    }

    private Draft? MoveAll(Draft draft, int item, int way)
    {
        if (draft.Of(item) is [{ } only] && only.Way == way) return null;
        Draft moved = draft.Copy();
        moved.Clear(item);
        int quantity = costs[item].Item.Definition.Quantity;
        int room = judge.Room(moved, item, way, quantity);
        if (room < quantity) return null;
        moved.Add(item, way, quantity);
        return moved;
    }

    private Draft? Move(Draft draft, int item, Draft.Part part, int way, int replicas)
    {
        Draft moved = draft.Copy();
        moved.Add(item, part.Way, -replicas);
        if (judge.Room(moved, item, way, replicas) < replicas) return null;
        moved.Add(item, way, replicas);
        return moved;
    }
}
