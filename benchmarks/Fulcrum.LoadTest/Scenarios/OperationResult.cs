using Fulcrum.LoadTest.Transports;

namespace Fulcrum.LoadTest.Scenarios;

/// <summary>How one operation ended.</summary>
/// <param name="Code">Code of a refusal or failure; null is success.</param>
/// <param name="PlacedOrder">Whether it placed an order.</param>
internal sealed record OperationResult(string? Code, bool PlacedOrder)
{
    /// <summary>What the client does afterwards, outside what is measured; absent is nothing.</summary>
    public Func<Task>? Afterwards { get; init; }

    /// <summary>The result of placing an order.</summary>
    public static OperationResult OfOrder(DriverAnswer answer) => new(answer.Code, answer.IsSuccess);

    /// <summary>The result of anything else.</summary>
    public static OperationResult Of(DriverAnswer answer) => new(answer.Code, PlacedOrder: false);
}
