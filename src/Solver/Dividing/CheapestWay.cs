using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Dividing;

/// <summary>The way in which all replicas of an item together cost least, with what its provider charges an order of that item alone; whether there is room for them is left out.</summary>
/// <remarks>
/// Where there is no egress no division costs less: r of n replicas in a way, with the whole fee, cost no less than r/n of what all cost there, and a mean is no less than the least.
/// </remarks>
internal static class CheapestWay
{
    /// <summary>The way and its cost; equal ones are told apart by the rank of their pool, then by their offer. Null when there is no way.</summary>
    public static (int Way, long Cost)? Of(CostedWays ways, Weights weights)
    {
        ReadOnlySpan<long> costs = ways.Costs;
        ReadOnlySpan<int> pools = ways.Item.Ways.Pools;
        int[] providers = ways.Problem.Supply.Domains.ProviderOf;
        Charging charging = new(ways, weights);
        int quantity = ways.Item.Definition.Quantity;
        (int Way, long Cost)? best = null;
        long most = long.MaxValue;
        for (int way = ColumnScan.NextAtMost(costs, 0, most); way < costs.Length; way = ColumnScan.NextAtMost(costs, way + 1, most))
        {
            (int provider, long replicas) = (providers[pools[way]], quantity * costs[way]);
            if (best is { } dearer && replicas + charging.Least(provider) > dearer.Cost) continue;
            long whole = replicas + charging.Exact(provider);
            if (best is { } known && (whole > known.Cost || (whole == known.Cost && !IsPreferred(ways, way, known.Way)))) continue;
            best = (way, whole);
            most = whole / quantity;
        }

        return best;
    }

    private static bool IsPreferred(CostedWays ways, int way, int other)
    {
        WayTable table = ways.Item.Ways;
        int byRank = ways.Problem.RankOf(table.Pools[way]).CompareTo(ways.Problem.RankOf(table.Pools[other]));
        return byRank != 0 ? byRank < 0 : table.Offers[way] < table.Offers[other];
    }

    /// <summary>What providers charge for the item.</summary>
    private readonly struct Charging(CostedWays ways, Weights weights)
    {
        private readonly ProviderColumns _charges = ways.Problem.Supply.Charges;
        private readonly long _weight = weights.Price;
        private readonly long _mib = ways.ChargedMiB * ways.Item.Definition.Quantity;

        public long Least(int provider) => _weight * (_charges.FeesMicros[provider] + (_mib == 0 ? 0 : _charges.LeastEgressMicros(provider, _mib)));

        public long Exact(int provider)
        {
            EgressCharge? egress = _mib == 0 ? null : _charges.Egress[provider];
            return _weight * (_charges.FeesMicros[provider] + (egress is null ? 0 : (long)egress.CostMicros(_mib)));
        }
    }
}
