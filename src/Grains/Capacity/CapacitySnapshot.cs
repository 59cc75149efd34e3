using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Markets;
using Fulcrum.Contracts.Pools;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;

namespace Fulcrum.Grains.Capacity;

/// <summary>What a silo knows of the market at one moment. Immutable; pools that have not changed are the same objects in the next one.</summary>
/// <param name="Market">The market in the form of problems; claims that this silo has under way are counted.</param>
/// <param name="Summaries">What each pool said of itself, in the order of the market's pools.</param>
/// <param name="Structure">What changes only with configurations.</param>
public sealed record CapacitySnapshot(MarketSnapshot Market, IReadOnlyList<PoolSummary> Summaries, CapacityStructure Structure)
{
    /// <summary>Providers of the pools in their newest version, by id.</summary>
    public IReadOnlyDictionary<string, ProviderDocument> Providers => Structure.Providers;

    /// <summary>Locations and links.</summary>
    public MarketView View => Structure.View;

    /// <summary>A pool of the market, with the claims that are under way.</summary>
    public ResourcePool PoolOf(string poolId) => Market.Pools[Structure.Positions[poolId]];

    /// <summary>What a pool of the market said of itself.</summary>
    public PoolSummary SummaryOf(string poolId) => Summaries[Structure.Positions[poolId]];
}
