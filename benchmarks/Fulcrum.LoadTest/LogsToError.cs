using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Fulcrum.LoadTest;

/// <summary>Sends logs to standard error: standard output is the report's.</summary>
internal static class LogsToError
{
    public static void Configure(ILoggingBuilder logging) =>
        logging.AddConsole(static (ConsoleLoggerOptions options) => options.LogToStandardErrorThreshold = LogLevel.Trace);
}
