namespace Fulcrum.Silo.Http;

internal sealed partial class EdgeMiddleware
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string method, PathString path);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Path} answered {Code}.")]
    private static partial void LogUnavailable(ILogger logger, Exception exception, string method, PathString path, string code);

    [LoggerMessage(3, LogLevel.Debug, "The client of {Method} {Path} went away.")]
    private static partial void LogClientGone(ILogger logger, string method, PathString path);

    [LoggerMessage(4, LogLevel.Error, "{Method} {Path} failed after its answer had begun; the connection is closed.")]
    private static partial void LogBroken(ILogger logger, Exception exception, string method, PathString path);
}
