using Fulcrum.Contracts.Orders;

namespace Fulcrum.Contracts.Exchange;

/// <summary>An order in a list.</summary>
[GenerateSerializer, Immutable, Alias("exchange.order-list-item")]
public sealed record OrderListItem
{
    /// <summary>Identifier.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>State.</summary>
    [Id(1)] public required OrderState State { get; init; }

    /// <summary>Who buys.</summary>
    [Id(2)] public string? ConsumerId { get; init; }

    /// <summary>Version.</summary>
    [Id(3)] public required long Version { get; init; }

    /// <summary>Price term of its plan, EUR per month.</summary>
    [Id(4)] public decimal? PriceMonthly { get; init; }

    /// <summary>When it was received.</summary>
    [Id(5)] public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When holds end unless confirmed.</summary>
    [Id(6)] public DateTimeOffset? ExpiresAt { get; init; }
}
