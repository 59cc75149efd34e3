using Fulcrum.Contracts.Orders;

namespace Fulcrum.Contracts.Exchange;

/// <summary>Which orders to list.</summary>
[GenerateSerializer, Immutable, Alias("exchange.order-filter")]
public sealed record OrderFilter
{
    /// <summary>Only in this state.</summary>
    [Id(0)] public OrderState? State { get; init; }

    /// <summary>Only of this consumer.</summary>
    [Id(1)] public string? ConsumerId { get; init; }
}
