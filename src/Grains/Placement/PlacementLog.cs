using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Placement;

/// <summary>Log messages of planning.</summary>
internal static partial class PlacementLog
{
    [LoggerMessage(1, LogLevel.Error, "The plan of {Order} was refused; nothing is held")]
    public static partial void PlanFailed(ILogger logger, string order, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "Planning {Orders} orders together failed; each is planned alone")]
    public static partial void BatchFailed(ILogger logger, int orders, Exception exception);
}
