using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Dividing;

/// <summary>Puts replicas of an item at one provider, one after the other, each where it is cheapest among the places left.</summary>
/// <remarks>
/// Pools lie in zones, these in sites, these in a country of the provider: caps of domains one in the other make a matroid, so that the first k replicas are the cheapest k. What several
/// ways of one pool take together is left out.
/// </remarks>
internal sealed class ProviderFill
{
    private const int InsertionMax = 32;

    private readonly CostedWays _ways;
    private readonly ProviderWays _ofProviders;
    private readonly int _quantity;
    private readonly int _providerCap;
    private readonly (int[] DomainOf, int Most)[] _caps;
    private readonly DomainColumns _domains;
    private int[] _order = new int[InsertionMax];

    /// <summary>Fills of an item.</summary>
    public ProviderFill(CostedWays ways, ProviderWays ofProviders, ItemCaps caps)
    {
        (_ways, _ofProviders, _quantity, _domains) = (ways, ofProviders, ways.Item.Definition.Quantity, ways.Problem.Supply.Domains);
        _providerCap = Math.Min(_quantity, caps[Domain.Provider]);
        Domain[] inside = [Domain.Pool, Domain.Zone, Domain.Location, Domain.Country];
        _caps = [.. inside.Where(kind => caps[kind] < _quantity).Select(kind => (_domains[kind], caps[kind]))];
    }

    /// <summary>Fills a provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="capsAtProviders">Further caps, of any provider.</param>
    /// <param name="taken">Is given the way of each replica.</param>
    /// <returns>How many replicas there is room for, up to the item's quantity.</returns>
    public int Fill(int provider, ReadOnlySpan<CapAtProvider> capsAtProviders, Span<int> taken)
    {
        ReadOnlySpan<int> pools = _ways.Item.Ways.Pools;
        ReadOnlySpan<int> most = _ways.Item.Ways.MostReplicas;
        int count = 0;
        foreach (int way in Sorted(provider))
        {
            int room = Math.Min(_providerCap - count, most[way]);
            foreach ((int[] domainOf, int cap) in _caps) room = Math.Min(room, cap - Count(taken[..count], pools, domainOf, domainOf[pools[way]]));
            foreach (CapAtProvider cap in capsAtProviders)
            {
                if (cap.Provider != provider) continue;
                int[] domainOf = _domains[cap.Kind];
                if (domainOf[pools[way]] == cap.Domain) room = Math.Min(room, cap.Most - Count(taken[..count], pools, domainOf, cap.Domain));
            }

            for (; room > 0; room--) taken[count++] = way;
            if (count >= _providerCap) break;
        }

        return count;
    }

    private static int Count(ReadOnlySpan<int> taken, ReadOnlySpan<int> pools, int[] domainOf, int domain)
    {
        int count = 0;
        foreach (int way in taken)
        {
            if (domainOf[pools[way]] == domain) count++;
        }

        return count;
    }

    /// <summary>The ways of a provider, cheapest first; equal ones in the order that breaks ties.</summary>
    private ReadOnlySpan<int> Sorted(int provider)
    {
        int count = 0;
        for (int way = _ofProviders.First[provider]; way >= 0; way = _ofProviders.Next[way])
        {
            if (count == _order.Length) Array.Resize(ref _order, 2 * count);
            _order[count++] = way;
        }

        Span<int> order = _order.AsSpan(0, count);
        if (count > InsertionMax)
        {
            order.Sort(Compare);
            return order;
        }

        for (int i = 1; i < count; i++)
        {
            int way = order[i];
            int place = i;
            for (; place > 0 && Compare(way, order[place - 1]) < 0; place--) order[place] = order[place - 1];
            order[place] = way;
        }

        return order;
    }

    private int Compare(int one, int other)
    {
        int byCost = _ways.Costs[one].CompareTo(_ways.Costs[other]);
        if (byCost != 0) return byCost;
        WayTable table = _ways.Item.Ways;
        int byRank = _ways.Problem.RankOf(table.Pools[one]).CompareTo(_ways.Problem.RankOf(table.Pools[other]));
        return byRank != 0 ? byRank : table.Offers[one].CompareTo(table.Offers[other]);
    }
}
