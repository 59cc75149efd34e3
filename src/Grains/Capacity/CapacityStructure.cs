using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Markets;

namespace Fulcrum.Grains.Capacity;

/// <summary>The part of snapshots that claims do not change.</summary>
/// <param name="Providers">Providers of the pools in their newest version, by id.</param>
/// <param name="ProviderPositions">Where each provider stands.</param>
/// <param name="Positions">Where each pool stands.</param>
/// <param name="View">Locations and links.</param>
public sealed record CapacityStructure(
    IReadOnlyDictionary<string, ProviderDocument> Providers,
    IReadOnlyDictionary<string, int> ProviderPositions,
    IReadOnlyDictionary<string, int> Positions,
    MarketView View);
