using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Sweeping;

/// <summary>Log messages of the sweep.</summary>
internal static partial class SweepLog
{
    [LoggerMessage(1, LogLevel.Warning, "Due work could not be read; the next sweep tries again")]
    public static partial void SweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "{Stream} is due but could not be woken; the next sweep tries again")]
    public static partial void WakeFailed(ILogger logger, string stream, Exception exception);
}
