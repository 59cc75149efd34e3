using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Exchange;

/// <summary>Asks for a plan and its holds.</summary>
[GenerateSerializer, Immutable, Alias("exchange.order-request")]
public sealed record OrderRequest
{
    /// <summary>The order; absent only with <see cref="QuoteId"/>.</summary>
    [Id(0)] public OrderDocument? Order { get; init; }

    /// <summary>How long holds stay unless confirmed.</summary>
    [Id(1)] public int? HoldSeconds { get; init; }

    /// <summary>Whether to confirm in the same breath.</summary>
    [Id(2)] public bool Confirm { get; init; }

    /// <summary>Hold just that quote.</summary>
    [Id(3)] public string? QuoteId { get; init; }
}
