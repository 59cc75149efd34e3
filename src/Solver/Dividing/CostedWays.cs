using System.Numerics;
using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Dividing;

/// <summary>What a replica of an item costs in each of its ways, in rented memory. Costs are in thousandths of a micro-EUR.</summary>
internal sealed class CostedWays : IDisposable
{
    /// <summary>Replicas, fees and egress of all items take at most a part each of what costs may add up to.</summary>
    private const int Parts = 4;

    private const int LocationsOnStack = 512;

    private readonly Weights _weights;
    private readonly Buffer<long> _costs;

    private CostedWays(ScreenedProblem problem, ScreenedItem item, Weights weights)
    {
        (Problem, Item, _weights) = (problem, item, weights);
        _costs = new Buffer<long>(item.Ways.Count);
        _costs.Extend(item.Ways.Count);
    }

    /// <summary>The problem.</summary>
    public ScreenedProblem Problem { get; }

    /// <summary>The item.</summary>
    public ScreenedItem Item { get; }

    /// <summary>Traffic to users that one replica causes, MiB per month; 0 where none is charged, or what is charged has no weight, so that charges are only computed where <see cref="Of"/> has bounded them.</summary>
    public long ChargedMiB => _weights.Price == 0 || Problem.Supply.Charges.LargestEgressMicrosPerMiB == 0 ? 0 : Item.UserTrafficMiB;

    /// <summary>Cost of a replica by way.</summary>
    public ReadOnlySpan<long> Costs => _costs.Span;

    /// <summary>The ways of an item; null when costs could get too large to be added up.</summary>
    public static CostedWays? Of(ScreenedProblem problem, ScreenedItem item, Weights weights)
    {
        CostedWays ways = new(problem, item, weights);
        if (ways.Fill()) return ways;
        ways.Dispose();
        return null;
    }

    /// <inheritdoc />
    public void Dispose() => _costs.Dispose();

    private bool Fill()
    {
        int quantity = Item.Definition.Quantity;
        long most = Cost.Largest / Parts / Problem.Items.Count / quantity;
        Int128 ofProvider = (Int128)_weights.Price * (Problem.Supply.Charges.LargestFeeMicros + (Item.UserTrafficMiB * Problem.Supply.Charges.LargestEgressMicrosPerMiB));
        if (ofProvider > most || !FillPrices(most)) return false;
        return (!Item.Definition.Users.Any(static user => user.ValuePerMsMicros != 0) || AddLocality(most))
            && (Problem.Source.Order.Policy.Preferences.Count == 0 || AddSovereignty(most));
    }

    private bool FillPrices(long most)
    {
        ReadOnlySpan<long> prices = Item.Ways.PricesMicros;
        Span<long> costs = _costs.Span;
        long weight = _weights.Price;
        long priceMost = weight == 0 ? long.MaxValue : most / weight;
        Vector<long> largest = Vector<long>.Zero;
        int way = 0;
        for (; way <= prices.Length - Vector<long>.Count; way += Vector<long>.Count)
        {
            Vector<long> price = new(prices[way..]);
            largest = Vector.Max(largest, price);
            (price * weight).CopyTo(costs[way..]);
        }

        if (Vector.GreaterThanAny(largest, new Vector<long>(priceMost))) return false;
        for (; way < prices.Length; way++)
        {
            if (prices[way] > priceMost) return false;
            costs[way] = weight * prices[way];
        }

        return true;
    }

    private bool AddLocality(long most)
    {
        Span<long> localities = stackalloc long[LocationsOnStack];
        int count = Problem.Supply.Market.Locations.Count;
        localities = count > LocationsOnStack ? new long[count] : localities[..count];
        localities.Fill(-1);
        ReadOnlySpan<int> pools = Item.Ways.Pools;
        Span<long> costs = _costs.Span;
        ReadOnlySpan<int> locations = Problem.Supply.Domains.LocationOf;
        for (int way = 0; way < pools.Length; way++)
        {
            int location = locations[pools[way]];
            long locality = localities[location];
            if (locality < 0)
            {
                if (!IsWithin(_weights.Locality, Item.UserLocalityMicros(location), most, out locality)) return false;
                localities[location] = locality;
            }

            costs[way] = unchecked(costs[way] + locality);
        }

        return true;
    }

    private bool AddSovereignty(long most)
    {
        ReadOnlySpan<int> pools = Item.Ways.Pools;
        Span<long> costs = _costs.Span;
        for (int way = 0; way < pools.Length; way++)
        {
            if (!IsWithin(_weights.Sovereignty, Item.SovereigntyMicros(pools[way]), most, out long sovereignty)) return false;
            costs[way] += sovereignty;
        }

        return true;
    }

    private static bool IsWithin(long weight, long micros, long most, out long cost)
    {
        Int128 exact = (Int128)weight * micros;
        cost = (long)Int128.Clamp(exact, 0, most);
        return exact >= 0 && exact <= most;
    }
}
