using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Grains.Markets;

/// <summary>Locations were created or replaced, or all measured latencies were replaced.</summary>
/// <param name="Locations">Locations created or replaced.</param>
/// <param name="Links">All measured latencies from now on; null leaves them alone.</param>
public sealed record MarketChanged(ImmutableArray<LocationDocument> Locations, ImmutableArray<LinkDocument>? Links) : MarketEvent;
