using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Journaling;

public sealed partial class Journal<TState, TEvent>
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Stream {Stream}: append after version {Version} refused, another activation has written; deciding again.")]
    private static partial void LogRefused(ILogger logger, string stream, long version);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stream {Stream}: another activation has written, from version {Known} to {Version}; taken in.")]
    private static partial void LogBehind(ILogger logger, string stream, long known, long version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stream {Stream}: it is not known whether the append after version {Version} is durable; fencing.")]
    private static partial void LogUnknown(ILogger logger, string stream, long version);

    [LoggerMessage(Level = LogLevel.Error, Message = "Stream {Stream}: activation given up, {Waiting} commands have an unknown outcome.")]
    private static partial void LogGivenUp(ILogger logger, Exception reason, string stream, int waiting);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stream {Stream}: snapshot of version {Version} ignored.")]
    private static partial void LogSnapshotIgnored(ILogger logger, Exception reason, string stream, long version);
}
