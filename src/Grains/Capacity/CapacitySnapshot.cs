using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Markets;
using Fulcrum.Contracts.Pools;
using Fulcrum.Planning;

namespace Fulcrum.Grains.Capacity;

/// <summary>What a silo knows of the market at one moment. Immutable.</summary>
/// <param name="Market">The market in the form of problems; nothing in flight is counted.</param>
/// <param name="Summaries">What each pool said of itself, in the order of the market's pools.</param>
/// <param name="Providers">Providers of those pools in their newest version, by id.</param>
/// <param name="View">Locations and links.</param>
public sealed record CapacitySnapshot(
    MarketSnapshot Market, IReadOnlyList<PoolSummary> Summaries, IReadOnlyDictionary<string, ProviderDocument> Providers, MarketView View);
