using Fulcrum.Solver.Bounding;

namespace Fulcrum.Solver.Drafting;

/// <summary>Turns the answer of a relaxation into a draft that respects capacity and the items' caps; other rules may be broken.</summary>
internal sealed class DraftBuilder(BoundModel model, IDraftJudge judge)
{
    /// <summary>A draft near the chosen sites; null when some item does not fit that way.</summary>
    public Draft? Build(IReadOnlyList<(int Block, int Replicas)>[] chosen)
    {
        Draft draft = new(model.Lists.Length);
        for (int item = 0; item < model.Lists.Length; item++)
        {
            int left = model.Lists[item].Quantity;
            foreach ((int block, int replicas) in chosen[item]) left -= Place(draft, item, block, Math.Min(left, replicas));
            if (left > 0 && !PlaceRest(draft, item, left)) return null;
        }

        return draft;
    }

    /// <summary>Places replicas in a block's way, then in the other ways of its site.</summary>
    private int Place(Draft draft, int item, int block, int replicas)
    {
        SiteList list = model.Lists[item];
        int placed = PlaceIn(draft, item, list.Blocks[block].Way, replicas);
        int site = list.SiteOfBlock(block);
        for (int other = list.Starts[site]; other < list.Starts[site + 1] && placed < replicas; other++)
        {
            if (other != block) placed += PlaceIn(draft, item, list.Blocks[other].Way, replicas - placed);
        }

        return placed;
    }

    /// <summary>Places replicas in the cheapest ways that have room.</summary>
    private bool PlaceRest(Draft draft, int item, int left)
    {
        ItemCosts costs = model.Costs[item];
        int[] ways = [.. costs.Active];
        long[] keys = new long[ways.Length];
        for (int i = 0; i < ways.Length; i++) keys[i] = costs.OfWay[ways[i]];
        Array.Sort(keys, ways);
        foreach (int way in ways)
        {
            left -= PlaceIn(draft, item, way, left);
            if (left == 0) return true;
        }

        return false;
    }

    private int PlaceIn(Draft draft, int item, int way, int most)
    {
        if (way < 0 || most == 0) return 0;
        int replicas = judge.Room(draft, item, way, most);
        if (replicas > 0) draft.Add(item, way, replicas);
        return replicas;
    }
}
