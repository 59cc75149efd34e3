using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Markets;

/// <summary>A location and when it changed last.</summary>
/// <param name="Location">The location.</param>
/// <param name="Version">Version of the market at its last change.</param>
[GenerateSerializer, Immutable, Alias("markets.location")]
public sealed record PlacedLocation([property: Id(0)] LocationDocument Location, [property: Id(1)] long Version);
