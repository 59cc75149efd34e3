using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>What screening has left for one item: ways to serve a replica, and what each costs as far as that depends on the way alone.</summary>
internal sealed class ScreenedItem : IDisposable
{
    private readonly OrderScreening _order;
    private readonly (Verdicts Gate, long MicrosPerReplica)[] _preferences;
    private readonly long?[] _localities;
    private readonly OfferShape _demand;

    /// <summary>The result of a screening.</summary>
    public ScreenedItem(OrderScreening order, int item, WayTable ways, ItemFunnel funnel, bool isClipped)
    {
        (_order, Item, Ways, Funnel, IsClipped) = (order, item, ways, funnel, isClipped);
        Definition = order.Problem.Order.Items[item];
        long replicas = order.Problem.Order.Items.Sum(static other => (long)other.Quantity);
        _preferences = [.. order.Problem.Order.Policy.Preferences.Select(preference =>
            (order.Gate(preference.Requirement, Definition), Money.PerReplica(preference.ValueMicros, replicas)))];
        UserTrafficMiB = Definition.Users.Sum(user => Traffic.MiBPerReplica(user.EgressGiBMonthly, Definition.Quantity));
        _demand = OfferShape.Of(order.Supply.ClassNumbers, Definition.Resources);
        _localities = new long?[order.Problem.Market.Locations.Count];
    }

    /// <summary>Index of the item.</summary>
    public int Item { get; }

    /// <summary>The item as ordered.</summary>
    public OrderItem Definition { get; }

    /// <summary>The ways left; pools ascending.</summary>
    public WayTable Ways { get; }

    /// <summary>What each rule removed.</summary>
    public ItemFunnel Funnel { get; }

    /// <summary>Whether ways were left out because their price does not fit in 64 bits.</summary>
    public bool IsClipped { get; }

    /// <summary>Traffic to users that one replica causes, MiB per month.</summary>
    public long UserTrafficMiB { get; }

    /// <summary>What latency to the item's users costs one replica at a location, micro-EUR per month.</summary>
    public long UserLocalityMicros(int location)
    {
        if (_localities[location] is { } known) return known;
        long sum = 0;
        foreach (UserGroup user in Definition.Users)
        {
            if (user.ValuePerMsMicros == 0) continue;
            sum += Money.OfLatency(user.ValuePerMsMicros, _order.Problem.Market.Latencies.Micros(location, user.Location), Definition.Quantity);
        }

        _localities[location] = sum;
        return sum;
    }

    /// <summary>What preferences that a pool does not meet cost one replica there, micro-EUR per month.</summary>
    public long SovereigntyMicros(int pool)
    {
        long sum = 0;
        foreach ((Verdicts gate, long micros) in _preferences)
        {
            if (!gate.Pass(_order.Supply.Facts.Of[pool])) sum += micros;
        }

        return sum;
    }

    /// <summary>What one replica consumes in a way, per class.</summary>
    public IReadOnlyDictionary<string, long> ConsumptionOf(int way) =>
        Ways.Shapes[way] == WayTable.FreeForm ? Definition.Resources : _order.Supply.Offers.DistinctShapes[Ways.Shapes[way]].Stated;

    /// <summary>What one replica consumes in a way, by the numbers of the classes.</summary>
    public OfferShape ShapeOf(int way) => Ways.Shapes[way] == WayTable.FreeForm ? _demand : _order.Supply.Offers.DistinctShapes[Ways.Shapes[way]];

    /// <summary>A way as a candidate.</summary>
    public Candidate ToCandidate(int way, int index) => new()
    {
        Index = index,
        Item = Item,
        Pool = Ways.Pools[way],
        Offer = Ways.Offers[way],
        Consumption = ConsumptionOf(way),
        MaxReplicas = Ways.MostReplicas[way],
        PriceMicros = Ways.PricesMicros[way],
        UserLocalityMicros = UserLocalityMicros(_order.Supply.Domains.LocationOf[Ways.Pools[way]]),
        SovereigntyMicros = SovereigntyMicros(Ways.Pools[way]),
    };

    /// <inheritdoc />
    public void Dispose() => Ways.Dispose();
}
