using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Reading;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Planning;

/// <summary>What a market can sell at one moment, in the form of problems. Immutable; used by any number of orders.</summary>
/// <param name="places">Locations and latencies.</param>
/// <param name="providers">Members; pools refer to them by index.</param>
/// <param name="pools">Pools with what is claimed of them.</param>
public sealed class MarketSnapshot(MarketPlaces places, IReadOnlyList<Provider> providers, IReadOnlyList<ResourcePool> pools)
{
    private readonly Lazy<MarketDirectory> _directory = new(() => new MarketDirectory(
        Names(places.Ids), Names(providers.Select(static provider => provider.Id)), Names(pools.Select(static pool => pool.Id))));

    private readonly Lazy<Supply> _supply = new(() => Supply.Of(places.Market, providers, pools));

    /// <summary>Locations and latencies.</summary>
    public MarketPlaces Places => places;

    /// <summary>Members.</summary>
    public IReadOnlyList<Provider> Providers => providers;

    /// <summary>Pools.</summary>
    public IReadOnlyList<ResourcePool> Pools => pools;

    /// <summary>The names that orders may refer to.</summary>
    public MarketDirectory Directory => _directory.Value;

    /// <summary>The problem of placing an order here.</summary>
    /// <param name="order">A valid order.</param>
    /// <param name="decidedAt">The instant at which facts are evaluated.</param>
    public PlacementProblem ToProblem(OrderDocument order, DateTimeOffset decidedAt) => new()
    {
        Market = places.Market,
        Providers = providers,
        Pools = pools,
        Supply = _supply.Value,
        Order = OrderTranslation.ToOrder(order, places),
        DecidedAt = decidedAt,
    };

    private static HashSet<string> Names(IEnumerable<string> names) => names.ToHashSet(StringComparer.Ordinal);
}
