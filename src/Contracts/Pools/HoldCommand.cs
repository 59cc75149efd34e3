using System.Collections.Immutable;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Pools;

/// <summary>Asks a pool for a temporary exclusive claim. The same id with other content is refused.</summary>
[GenerateSerializer, Immutable, Alias("pools.hold")]
public sealed record HoldCommand
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>The claim; its content is part of it.</summary>
    [Id(3)] public required HoldId HoldId { get; init; }

    /// <summary>Configuration the plan was made on; a pool that has moved on refuses.</summary>
    [Id(4)] public required long ConfigVersion { get; init; }

    /// <summary>What is claimed, replica by replica.</summary>
    [Id(5)] public required ImmutableArray<HoldLine> Lines { get; init; }

    /// <summary>Sum of <see cref="Lines"/> per class.</summary>
    [Id(6)] public required SortedMap<long> Amounts { get; init; }

    /// <summary>When the order means to let go of it; the pool frees nothing on this alone.</summary>
    [Id(7)] public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Earliest end of validity among the facts the gate used; absent is unlimited.</summary>
    [Id(8)] public DateTimeOffset? CompliantUntil { get; init; }
}
