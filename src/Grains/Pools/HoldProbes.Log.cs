using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Pools;

internal sealed partial class HoldProbes
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Order {Order} has not answered pool {Pool}; it will be asked again.")]
    private static partial void LogUnanswered(ILogger logger, Exception reason, string order, string pool);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The head rows of orders with holds on pool {Pool} could not be read; the orders are asked.")]
    private static partial void LogHeadsUnread(ILogger logger, Exception reason, string pool);
}
