using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Markets;

/// <summary>Creates or replaces locations, or replaces all measured latencies.</summary>
[GenerateSerializer, Immutable, Alias("markets.change")]
public sealed record ChangeMarket
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>Locations to create or replace.</summary>
    [Id(3)] public ImmutableArray<LocationDocument> Locations { get; init; } = [];

    /// <summary>All measured latencies from now on; absent leaves them alone.</summary>
    [Id(4)] public ImmutableArray<LinkDocument>? Links { get; init; }

    /// <summary>What must hold of the one location given, or of the links.</summary>
    [Id(5)] public Precondition Precondition { get; init; } = new();
}
