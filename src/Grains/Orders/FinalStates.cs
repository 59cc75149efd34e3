using Fulcrum.Contracts.Orders;

namespace Fulcrum.Grains.Orders;

/// <summary>States that an order never leaves.</summary>
public static class FinalStates
{
    /// <summary>As head rows name them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. new[] { OrderState.Ended, OrderState.Rejected, OrderState.Failed, OrderState.Cancelled, OrderState.Expired }.Select(OrderRules.HeadState)];
}
