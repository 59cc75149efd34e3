using Fulcrum.Contracts.Orders;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>An order in a list.</summary>
public sealed record OrderSummaryResource
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Who buys.</summary>
    public string? ConsumerId { get; init; }

    /// <summary>State.</summary>
    public required OrderState State { get; init; }

    /// <summary>Version.</summary>
    public required long Version { get; init; }

    /// <summary>Currency of the price.</summary>
    public string Currency { get; init; } = Currencies.Euro;

    /// <summary>Price term of its plan, EUR per month; absent without a plan.</summary>
    public decimal? PriceMonthly { get; init; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When holds end unless confirmed.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The order as the outside sees it.</summary>
    public static OrderSummaryResource From(OrderListItem item) => new()
    {
        Id = item.Id,
        ConsumerId = item.ConsumerId,
        State = item.State,
        Version = item.Version,
        PriceMonthly = item.PriceMonthly,
        ReceivedAt = item.ReceivedAt,
        ExpiresAt = item.ExpiresAt,
    };
}
