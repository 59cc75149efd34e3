using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Dividing;

/// <summary>What a replica of an item costs in each of its ways, and the ways by provider, in rented memory. Costs are in thousandths of a micro-EUR.</summary>
internal sealed class CostedWays : IDisposable
{
    /// <summary>Replicas, fees and egress of all items take at most a part each of what costs may add up to.</summary>
    private const int Parts = 4;

    private readonly Weights _weights;
    private readonly Buffer<long> _costs;
    private readonly Buffer<int> _next;
    private readonly Buffer<int> _first;
    private readonly Buffer<long> _least;

    private CostedWays(ScreenedProblem problem, ScreenedItem item, Weights weights)
    {
        (Problem, Item, _weights) = (problem, item, weights);
        _costs = Extended<long>(item.Ways.Count);
        _next = Extended<int>(item.Ways.Count);
        _first = Extended<int>(problem.Supply.Providers.Count);
        _least = Extended<long>(problem.Supply.Providers.Count);
        _first.Span.Fill(-1);
        _least.Span.Fill(Cost.Infinite);
    }

    /// <summary>The problem.</summary>
    public ScreenedProblem Problem { get; }

    /// <summary>The item.</summary>
    public ScreenedItem Item { get; }

    /// <summary>Cost of a replica by way.</summary>
    public ReadOnlySpan<long> Costs => _costs.Span;

    /// <summary>By provider one of its ways, or −1.</summary>
    public ReadOnlySpan<int> First => _first.Span;

    /// <summary>By way the next one of its provider, or −1.</summary>
    public ReadOnlySpan<int> Next => _next.Span;

    /// <summary>Cost of the cheapest replica by provider.</summary>
    public ReadOnlySpan<long> Least => _least.Span;

    /// <summary>The ways of an item; null when costs could get too large to be added up.</summary>
    public static CostedWays? Of(ScreenedProblem problem, ScreenedItem item, Weights weights)
    {
        CostedWays ways = new(problem, item, weights);
        if (ways.Fill()) return ways;
        ways.Dispose();
        return null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _costs.Dispose();
        _next.Dispose();
        _first.Dispose();
        _least.Dispose();
    }

    private static Buffer<T> Extended<T>(int count)
        where T : unmanaged
    {
        Buffer<T> buffer = new(count);
        buffer.Extend(count);
        return buffer;
    }

    private bool Fill()
    {
        int quantity = Item.Definition.Quantity;
        long most = Cost.Largest / Parts / Problem.Items.Count / quantity;
        Int128 ofProvider = (Int128)_weights.Price * (Problem.Supply.Charges.LargestFeeMicros + (Item.UserTrafficMiB * Problem.Supply.Charges.LargestEgressMicrosPerMiB));
        if (ofProvider > most) return false;
        if (!Item.Definition.Users.Any(static user => user.ValuePerMsMicros != 0) && Problem.Source.Order.Policy.Preferences.Count == 0) return FillWithPrices(most);
        long[] localities = new long[Problem.Supply.Market.Locations.Count];
        Array.Fill(localities, -1);
        return Fill(most, localities);
    }

    private bool FillWithPrices(long most)
    {
        ReadOnlySpan<int> pools = Item.Ways.Pools;
        ReadOnlySpan<long> prices = Item.Ways.PricesMicros;
        Span<long> costs = _costs.Span;
        Span<int> next = _next.Span;
        Span<int> first = _first.Span;
        Span<long> least = _least.Span;
        int[] providers = Problem.Supply.Domains.ProviderOf;
        long weight = _weights.Price;
        long priceMost = weight == 0 ? long.MaxValue : most / weight;
        for (int way = 0; way < pools.Length; way++)
        {
            if (prices[way] > priceMost) return false;
            long cost = weight * prices[way];
            int provider = providers[pools[way]];
            costs[way] = cost;
            next[way] = first[provider];
            first[provider] = way;
            if (cost < least[provider]) least[provider] = cost;
        }

        return true;
    }

    private bool Fill(long most, long[] localities)
    {
        bool hasPreferences = Problem.Source.Order.Policy.Preferences.Count > 0;
        ReadOnlySpan<int> pools = Item.Ways.Pools;
        ReadOnlySpan<long> prices = Item.Ways.PricesMicros;
        Span<long> costs = _costs.Span;
        Span<int> next = _next.Span;
        Span<int> first = _first.Span;
        Span<long> least = _least.Span;
        (int[] locations, int[] providers) = (Problem.Supply.Domains.LocationOf, Problem.Supply.Domains.ProviderOf);
        long weight = _weights.Price;
        long priceMost = weight == 0 ? long.MaxValue : most / weight;
        for (int way = 0; way < pools.Length; way++)
        {
            int pool = pools[way];
            long locality = localities[locations[pool]];
            if (locality < 0)
            {
                if (!IsWithin(_weights.Locality, Item.UserLocalityMicros(locations[pool]), most, out locality)) return false;
                localities[locations[pool]] = locality;
            }

            if (prices[way] > priceMost) return false;
            long cost = (weight * prices[way]) + locality;
            if (hasPreferences)
            {
                if (!IsWithin(_weights.Sovereignty, Item.SovereigntyMicros(pool), most, out long sovereignty)) return false;
                cost += sovereignty;
            }

            int provider = providers[pool];
            costs[way] = cost;
            next[way] = first[provider];
            first[provider] = way;
            least[provider] = Math.Min(least[provider], cost);
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
