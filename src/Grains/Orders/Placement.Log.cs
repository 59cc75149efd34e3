using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Orders;

internal sealed partial class Placement
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Order {Order}: pool {Pool} has not answered a hold.")]
    private static partial void LogUnanswered(ILogger logger, Exception reason, string order, string pool);

    [LoggerMessage(Level = LogLevel.Error, Message = "Order {Order}: planning failed: {Detail}")]
    private static partial void LogFault(ILogger logger, string order, string? detail);
}
