using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Orders;

/// <summary>Ends an order: its holds and allocations alike.</summary>
[GenerateSerializer, Immutable, Alias("orders.cancel")]
public sealed record CancelOrder
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }
}
