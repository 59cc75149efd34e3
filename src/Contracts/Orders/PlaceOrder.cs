using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Orders;

/// <summary>Plans an order, and holds it. The same fingerprint again gives the same answer, another one is refused.</summary>
[GenerateSerializer, Immutable, Alias("orders.place")]
public sealed record PlaceOrder
{
    /// <summary>Identifies the command, minted at the edge.</summary>
    [Id(0)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, the command is refused.</summary>
    [Id(1)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>On whose behalf.</summary>
    [Id(2)] public required Caller Caller { get; init; }

    /// <summary>What is asked for.</summary>
    [Id(3)] public PlaceMode Mode { get; init; }

    /// <summary>The order; absent only with <see cref="PlaceMode.HoldQuote"/>.</summary>
    [Id(4)] public OrderDocument? Order { get; init; }

    /// <summary>Hash of the request as it was received.</summary>
    [Id(5)] public required string Fingerprint { get; init; }

    /// <summary>How long holds stay unless confirmed; 0 is the default.</summary>
    [Id(6)] public int HoldSeconds { get; init; }

    /// <summary>Whether to confirm in the same breath.</summary>
    [Id(7)] public bool Confirm { get; init; }

    /// <summary>With <see cref="PlaceMode.Quote"/>: what else to tell.</summary>
    [Id(8)] public QuoteOptions? Options { get; init; }
}
