using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Pools;

internal sealed partial class HoldProbes
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Order {Order} has not answered pool {Pool}; it will be asked again.")]
    private static partial void LogUnanswered(ILogger logger, Exception reason, string order, string pool);
}
