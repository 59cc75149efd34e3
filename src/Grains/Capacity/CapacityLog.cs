using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Capacity;

/// <summary>Log messages of the capacity shards and the index.</summary>
internal static partial class CapacityLog
{
    [LoggerMessage(1, LogLevel.Warning, "Shard {Shard} did not take {Count} summaries; they are repeated")]
    public static partial void PublishFailed(ILogger logger, string shard, int count, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "Shard {Shard} could not be read; the index is stale until it can")]
    public static partial void ReadFailed(ILogger logger, string shard, Exception exception);

    [LoggerMessage(3, LogLevel.Information, "Capacity index ready: {Pools} pools from {Shards} shards")]
    public static partial void IndexReady(ILogger logger, int pools, int shards);
}
