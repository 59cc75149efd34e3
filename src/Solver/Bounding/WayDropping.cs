namespace Fulcrum.Solver.Bounding;

/// <summary>Drops the ways with which the bound is not below the cost of a known plan.</summary>
/// <remarks>
/// A replica in the way of an item costs at least what it adds to the group of the item when nobody is charged for where the root of that group is: the extra cost of the way and
/// what others pay may be for the same.
/// </remarks>
internal sealed class WayDropping(BoundModel model, Weights weights, BoundEvaluation evaluation)
{
    /// <summary>Drops from every item.</summary>
    /// <param name="incumbent">Cost of the known plan, infinite without one: then only ways with which there is no answer at all are dropped.</param>
    /// <returns>Whether some way was dropped.</returns>
    public bool Run(long incumbent)
    {
        bool dropped = false;
        foreach (IGrouping<int, int> group in Enumerable.Range(0, model.Lists.Length).GroupBy(item => model.Graph.Group[item]))
        {
            int root = model.Graph.Roots[group.Key];
            BoundEvaluation uncharged = model.Graph.IsFixed[group.Key] ? evaluation.Without(root) : evaluation;
            long[] least = uncharged.LeastByItem(isSearching: false);
            long rest = uncharged.Total(least) - least[root];
            foreach (int item in group) dropped |= Drop(item, uncharged.RootAt(item), rest, least[root], incumbent);
        }

        return dropped;
    }

    private bool Drop(int item, TreeRoot root, long rest, long floor, long incumbent)
    {
        SiteList list = root.List;
        ItemCosts costs = model.Costs[item];
        int before = costs.Active.Length;
        int position = 0;
        costs.Keep(way =>
        {
            int site = list.SiteOfWay[position++];
            long with = root.With(site, costs.OfWay[way] + model.Prices.Of(costs.Item, way) - list.FirstCosts[site]);
            return with < Cost.Infinite && (incumbent >= Cost.Infinite || weights.RoundUp(Cost.Add(rest, Math.Max(floor, with))) < incumbent);
        });
        return costs.Active.Length < before;
    }
}
