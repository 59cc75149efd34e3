using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Bounding;

/// <summary>The active ways of one item by site – pools of one provider at one location – in blocks of replicas at the same cost, cheapest first.</summary>
internal sealed class SiteList
{
    /// <summary>So many ways are put into exact order; of more only the cheapest of a site is looked at, which bounds the others from below.</summary>
    private const int ExactWaysMax = 1024;

    private SiteList(ItemCosts costs, int[] sites, int[] starts, Block[] blocks, int[] siteOfWay)
    {
        (Costs, Sites, Starts, Blocks, SiteOfWay) = (costs, sites, starts, blocks, siteOfWay);
    }

    /// <summary>Replicas at one cost.</summary>
    /// <param name="Cost">Cost of each.</param>
    /// <param name="Count">At most so many.</param>
    /// <param name="Way">The way.</param>
    public readonly record struct Block(long Cost, int Count, int Way);

    /// <summary>The item and its costs.</summary>
    public ItemCosts Costs { get; }

    /// <summary>Index of the item.</summary>
    public int Item => Costs.Item.Item;

    /// <summary>Replicas to place.</summary>
    public int Quantity => Costs.Item.Definition.Quantity;

    /// <summary>Numbers of the sites in the supply.</summary>
    public int[] Sites { get; }

    /// <summary>First block by position of the site, and the number of blocks at the end.</summary>
    public int[] Starts { get; }

    /// <summary>The blocks.</summary>
    public Block[] Blocks { get; }

    /// <summary>Position of the site, by position among the active ways.</summary>
    public int[] SiteOfWay { get; }

    /// <summary>Provider by position.</summary>
    public required int[] Providers { get; init; }

    /// <summary>Location by position.</summary>
    public required int[] Locations { get; init; }

    /// <summary>Number of sites.</summary>
    public int Count => Sites.Length;

    /// <summary>Cost of the cheapest replica at a position.</summary>
    public long First(int position) => Blocks[Starts[position]].Cost;

    /// <summary>Puts the active ways of an item in order.</summary>
    public static SiteList Of(ScreenedProblem problem, ItemCosts costs, ItemCaps caps, CapacityPrices prices)
    {
        Supply supply = problem.Supply;
        WayTable ways = costs.Item.Ways;
        ReadOnlySpan<int> active = costs.Active;
        Dictionary<int, int> positions = [];
        List<int> sites = [];
        int[] siteOfWay = new int[active.Length];
        for (int i = 0; i < active.Length; i++)
        {
            int site = supply.Domains.SiteOf[ways.Pools[active[i]]];
            if (!positions.TryGetValue(site, out siteOfWay[i]))
            {
                positions[site] = siteOfWay[i] = sites.Count;
                sites.Add(site);
            }
        }

        int siteCap = Math.Max(0, Math.Min(caps[Domain.Provider], Math.Min(caps[Domain.Location], caps[Domain.Country])));
        (int[] starts, Block[] blocks) = active.Length <= ExactWaysMax
            ? Exact(problem, costs, prices, siteOfWay, sites.Count, Math.Min(caps[Domain.Pool], caps[Domain.Zone]))
            : Coarse(problem, costs, prices, siteOfWay, sites.Count, siteCap);
        return new SiteList(costs, [.. sites], starts, blocks, siteOfWay)
        {
            Providers = [.. sites.Select(site => supply.Domains.Sites[site].Provider)],
            Locations = [.. sites.Select(site => supply.Domains.Sites[site].Location)],
        };
    }

    private static (int[] Starts, Block[] Blocks) Exact(ScreenedProblem problem, ItemCosts costs, CapacityPrices prices, int[] siteOfWay, int sites, int poolCap)
    {
        int[] order = [.. costs.Active];
        (int Site, long Cost, ulong Rank)[] keys = new (int, long, ulong)[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            keys[i] = (siteOfWay[i], costs.OfWay[order[i]] + prices.Of(costs.Item, order[i]), problem.RankOf(costs.Item.Ways.Pools[order[i]]));
        }

        Array.Sort(keys, order);
        int[] starts = new int[sites + 1];
        Block[] blocks = new Block[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            blocks[i] = new Block(keys[i].Cost, Math.Min(poolCap, costs.Item.Ways.MostReplicas[order[i]]), order[i]);
            starts[keys[i].Site + 1] = i + 1;
        }

        return (starts, blocks);
    }

    /// <summary>One block a site: its cheapest way, as often as the item could be there at all.</summary>
    private static (int[] Starts, Block[] Blocks) Coarse(ScreenedProblem problem, ItemCosts costs, CapacityPrices prices, int[] siteOfWay, int sites, int siteCap)
    {
        Block[] blocks = new Block[sites];
        Array.Fill(blocks, new Block(Cost.Infinite, 0, -1));
        ReadOnlySpan<int> active = costs.Active;
        ReadOnlySpan<long> ofWay = costs.OfWay;
        ReadOnlySpan<int> most = costs.Item.Ways.MostReplicas;
        ReadOnlySpan<int> pools = costs.Item.Ways.Pools;
        for (int i = 0; i < active.Length; i++)
        {
            int way = active[i];
            ref Block block = ref blocks[siteOfWay[i]];
            int count = (int)Math.Min(siteCap, (long)block.Count + most[way]);
            long cost = ofWay[way] + prices.Of(costs.Item, way);
            bool isBetter = cost < block.Cost || (cost == block.Cost && problem.RankOf(pools[way]) < problem.RankOf(pools[block.Way]));
            block = isBetter ? new Block(cost, count, way) : block with { Count = count };
        }

        return ([.. Enumerable.Range(0, sites + 1)], blocks);
    }
}
