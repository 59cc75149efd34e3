using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>An item of an order as it is.</summary>
public sealed record OrderItemResource
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>State; items are placed together, so it is the order's.</summary>
    public required OrderState State { get; init; }

    /// <summary>Replicas.</summary>
    public required int Quantity { get; init; }

    /// <summary>Sum of its replica prices, EUR per month; absent without a plan.</summary>
    public decimal? PriceMonthly { get; init; }

    /// <summary>The item as the outside sees it.</summary>
    public static OrderItemResource From(OrderItemDocument item, OrderState state, PlanDocument? plan) => new()
    {
        Id = item.Id,
        State = state,
        Quantity = item.Quantity,
        PriceMonthly = plan?.Assignments.Where(assignment => assignment.ItemId == item.Id).Sum(static assignment => assignment.PriceMonthly),
    };
}
