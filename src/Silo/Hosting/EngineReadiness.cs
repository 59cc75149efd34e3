using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Journaling;
using Fulcrum.Silo.Http;

namespace Fulcrum.Silo.Hosting;

/// <summary>A silo is ready when its index knows the market and every shard, and the store answers.</summary>
internal sealed class EngineReadiness(CapacityIndex index, IStreamCatalog catalog) : IReadiness
{
    /// <inheritdoc/>
    public async Task<string?> ReasonNotReadyAsync(CancellationToken cancellationToken)
    {
        if (!index.IsReady) return "The capacity index is being read.";
        try
        {
            await catalog.ReadHeadsAsync(new HeadQuery { Kind = StreamKinds.Market, Limit = 1 }, cancellationToken);
            return null;
        }
        catch (EventStoreUnavailableException exception)
        {
            return exception.Message;
        }
    }
}
