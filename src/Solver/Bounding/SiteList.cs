using System.Buffers;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Bounding;

/// <summary>
/// The active ways of one item by site – pools of one provider at one location – in blocks of replicas at the same cost, cheapest first. Sites of a provider, a slot, follow
/// each other; locations that occur, places, are numbered.
/// </summary>
internal sealed class SiteList
{
    /// <summary>So many ways are put into exact order; of more only the cheapest of a site is looked at, which bounds the others from below.</summary>
    private const int ExactWaysMax = 1024;

    private readonly SiteIndex _index;

    private SiteList(ItemCosts costs, SiteIndex index, int[] starts, Block[] blocks)
    {
        (Costs, _index, Starts, Blocks) = (costs, index, starts, blocks);
        FirstCosts = new long[Count];
        for (int site = 0; site < Count; site++) FirstCosts[site] = Blocks[Starts[site]].Cost;
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
    public int[] Sites => _index.Sites;

    /// <summary>First block by position of the site, and the number of blocks at the end.</summary>
    public int[] Starts { get; }

    /// <summary>The blocks.</summary>
    public Block[] Blocks { get; }

    /// <summary>Cost of the cheapest replica by position.</summary>
    public long[] FirstCosts { get; }

    /// <summary>Position of the site, by position among the active ways.</summary>
    public int[] SiteOfWay => _index.SiteOfWay;

    /// <summary>Provider by position.</summary>
    public int[] Providers => _index.Providers;

    /// <summary>Location by position.</summary>
    public int[] Locations => _index.Locations;

    /// <summary>Number of the place by position.</summary>
    public int[] PlaceOf => _index.PlaceOf;

    /// <summary>Location by place.</summary>
    public int[] Places => _index.Places;

    /// <summary>Number of the slot by position.</summary>
    public int[] SlotOf => _index.SlotOf;

    /// <summary>First position by slot, and the number of sites at the end.</summary>
    public int[] SlotStarts => _index.SlotStarts;

    /// <summary>Number of sites.</summary>
    public int Count => Sites.Length;

    /// <summary>Number of slots.</summary>
    public int Slots => SlotStarts.Length - 1;

    /// <summary>Provider of a slot.</summary>
    public int ProviderOf(int slot) => Providers[SlotStarts[slot]];

    /// <summary>Position of the site of a block.</summary>
    public int SiteOfBlock(int block)
    {
        int site = Array.BinarySearch(Starts, block);
        return site < 0 ? ~site - 1 : site;
    }

    /// <summary>Puts the active ways of an item in order.</summary>
    public static SiteList Of(ScreenedProblem problem, ItemCosts costs, ItemCaps caps, CapacityPrices prices)
    {
        SiteIndex index = SiteIndex.Of(problem.Supply.Domains, costs);
        int siteCap = Math.Max(0, Math.Min(caps[Domain.Provider], Math.Min(caps[Domain.Location], caps[Domain.Country])));
        (int[] starts, Block[] blocks) = costs.Active.Length <= ExactWaysMax
            ? Exact(problem, costs, prices, index, Math.Min(caps[Domain.Pool], caps[Domain.Zone]))
            : Coarse(problem, costs, prices, index, siteCap);
        return new SiteList(costs, index, starts, blocks);
    }

    private static (int[] Starts, Block[] Blocks) Exact(ScreenedProblem problem, ItemCosts costs, CapacityPrices prices, SiteIndex index, int poolCap)
    {
        int[] order = [.. costs.Active];
        (int Site, long Cost, ulong Rank)[] keys = new (int, long, ulong)[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            keys[i] = (index.SiteOfWay[i], costs.OfWay[order[i]] + prices.Of(costs.Item, order[i]), problem.RankOf(costs.Item.Ways.Pools[order[i]]));
        }

        Array.Sort(keys, order);
        int[] starts = new int[index.Sites.Length + 1];
        Block[] blocks = new Block[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            blocks[i] = new Block(keys[i].Cost, Math.Min(poolCap, costs.Item.Ways.MostReplicas[order[i]]), order[i]);
            starts[keys[i].Site + 1] = i + 1;
        }

        return (starts, blocks);
    }

    /// <summary>One block a site: its cheapest way, as often as the item could be there at all.</summary>
    private static (int[] Starts, Block[] Blocks) Coarse(ScreenedProblem problem, ItemCosts costs, CapacityPrices prices, SiteIndex index, int siteCap)
    {
        Block[] blocks = new Block[index.Sites.Length];
        Array.Fill(blocks, new Block(Cost.Infinite, 0, -1));
        ReadOnlySpan<int> active = costs.Active;
        ReadOnlySpan<long> ofWay = costs.OfWay;
        ReadOnlySpan<int> most = costs.Item.Ways.MostReplicas;
        ReadOnlySpan<int> pools = costs.Item.Ways.Pools;
        for (int i = 0; i < active.Length; i++)
        {
            int way = active[i];
            ref Block block = ref blocks[index.SiteOfWay[i]];
            int count = (int)Math.Min(siteCap, (long)block.Count + most[way]);
            long cost = ofWay[way] + prices.Of(costs.Item, way);
            bool isBetter = cost < block.Cost || (cost == block.Cost && problem.RankOf(pools[way]) < problem.RankOf(pools[block.Way]));
            block = isBetter ? new Block(cost, count, way) : block with { Count = count };
        }

        return ([.. Enumerable.Range(0, blocks.Length + 1)], blocks);
    }

    /// <summary>Which sites the active ways lie in.</summary>
    private sealed record SiteIndex(int[] Sites, int[] SiteOfWay, int[] Providers, int[] Locations, int[] PlaceOf, int[] Places, int[] SlotOf, int[] SlotStarts)
    {
        private const int SitesPerWayMin = 8;

        /// <summary>Of few ways among many sites the sites are sorted; of many they are marked.</summary>
        public static SiteIndex Of(DomainColumns domains, ItemCosts costs)
        {
            ReadOnlySpan<int> active = costs.Active;
            ReadOnlySpan<int> pools = costs.Item.Ways.Pools;
            int[] siteOfWay = new int[active.Length];
            for (int i = 0; i < siteOfWay.Length; i++) siteOfWay[i] = domains.SiteOf[pools[active[i]]];
            int[] sites = active.Length < domains.Sites.Length / SitesPerWayMin ? Sorted(siteOfWay) : Marked(siteOfWay, domains.Sites.Length);
            return Of(domains, sites, siteOfWay);
        }

        private static int[] Sorted(int[] siteOfWay)
        {
            int[] sites = [.. siteOfWay];
            Array.Sort(sites);
            int count = 0;
            for (int i = 0; i < sites.Length; i++)
            {
                if (count == 0 || sites[count - 1] != sites[i]) sites[count++] = sites[i];
            }

            sites = sites[..count];
            for (int i = 0; i < siteOfWay.Length; i++) siteOfWay[i] = Array.BinarySearch(sites, siteOfWay[i]);
            return sites;
        }

        private static int[] Marked(int[] siteOfWay, int all)
        {
            int[] positions = ArrayPool<int>.Shared.Rent(all);
            positions.AsSpan(0, all).Fill(-1);
            foreach (int site in siteOfWay) positions[site] = 0;
            List<int> sites = [];
            for (int site = 0; site < all; site++)
            {
                if (positions[site] < 0) continue;
                positions[site] = sites.Count;
                sites.Add(site);
            }

            for (int i = 0; i < siteOfWay.Length; i++) siteOfWay[i] = positions[siteOfWay[i]];
            ArrayPool<int>.Shared.Return(positions);
            return [.. sites];
        }

        private static SiteIndex Of(DomainColumns domains, int[] sites, int[] siteOfWay)
        {
            int[] providers = new int[sites.Length];
            int[] locations = new int[sites.Length];
            int[] slotOf = new int[sites.Length];
            List<int> slotStarts = [];
            for (int site = 0; site < sites.Length; site++)
            {
                (providers[site], locations[site]) = domains.Sites[sites[site]];
                if (site == 0 || providers[site] != providers[site - 1]) slotStarts.Add(site);
                slotOf[site] = slotStarts.Count - 1;
            }

            slotStarts.Add(sites.Length);
            (int[] placeOf, int[] places) = PlacesOf(locations, domains.CountryOfLocation.Length);
            return new SiteIndex(sites, siteOfWay, providers, locations, placeOf, places, slotOf, [.. slotStarts]);
        }

        private static (int[] PlaceOf, int[] Places) PlacesOf(int[] locations, int count)
        {
            int[] numbers = new int[count];
            List<int> places = [];
            int[] placeOf = new int[locations.Length];
            for (int site = 0; site < locations.Length; site++)
            {
                ref int number = ref numbers[locations[site]];
                if (number == 0)
                {
                    places.Add(locations[site]);
                    number = places.Count;
                }

                placeOf[site] = number - 1;
            }

            return (placeOf, [.. places]);
        }
    }
}
