using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Contracts.Orders;

/// <summary>A pool asks what became of a hold.</summary>
[GenerateSerializer, Immutable, Alias("orders.probe")]
public sealed record ProbeHold
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>The claim.</summary>
    [Id(2)] public required HoldId HoldId { get; init; }

    /// <summary>The pool as it is now, when its facts, status or traits have changed since the claim was checked: does the order still comply?</summary>
    [Id(3)] public PoolSummary? Changed { get; init; }
}
