using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Orders;

/// <summary>Lets holds stay longer.</summary>
[GenerateSerializer, Immutable, Alias("orders.renew")]
public sealed record RenewOrder
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>How long from now; 0 is the default.</summary>
    [Id(3)] public int HoldSeconds { get; init; }
}
