using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Orders;

internal sealed partial class VerdictTeller
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Order {Order}: pool {Pool} has not acknowledged the verdict; it will be told again.")]
    private static partial void LogUnacknowledged(ILogger logger, Exception reason, string order, string pool);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Order {Order}: the hold of attempt {Attempt} was confirmed, but pool {Pool} does not have it any more.")]
    private static partial void LogLost(ILogger logger, string order, Guid attempt, string pool);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Order {Order}: too much is waiting; verdicts will be told at the next due time.")]
    private static partial void LogPostponed(ILogger logger, string order);
}
