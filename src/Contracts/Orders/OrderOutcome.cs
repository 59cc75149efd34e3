namespace Fulcrum.Contracts.Orders;

/// <summary>What an order answers.</summary>
[GenerateSerializer, Immutable, Alias("orders.outcome")]
public sealed record OrderOutcome
{
    /// <summary>Code of <see cref="Errors.ErrorCodes"/>; absent is success.</summary>
    [Id(0)] public string? Code { get; init; }

    /// <summary>In words.</summary>
    [Id(1)] public string? Detail { get; init; }

    /// <summary>The order, when it is known; also with some refusals.</summary>
    [Id(2)] public OrderView? Order { get; init; }
}
