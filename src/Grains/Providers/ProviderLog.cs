using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Providers;

/// <summary>Log messages of providers.</summary>
internal static partial class ProviderLog
{
    [LoggerMessage(1, LogLevel.Warning, "Pool {Pool} has not acknowledged version {Version} of its provider; it is told again")]
    public static partial void PoolNotTold(ILogger logger, string pool, long version, Exception exception);
}
