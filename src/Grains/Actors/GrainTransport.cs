using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Telemetry;

namespace Fulcrum.Grains.Actors;

/// <summary>Calls between actors as grain calls; holds under way are noted in the capacity index.</summary>
internal sealed class GrainTransport(IGrainFactory grains, CapacityIndex index, EngineInstruments instruments, TimeProvider time) : ITransport
{
    private readonly GrainFinder<IResourcePoolGrain> _pools = new(grains);
    private readonly GrainFinder<ICompositeOrderGrain> _orders = new(grains);

    /// <inheritdoc/>
    public async Task<HoldReply> HoldAsync(ResourcePoolId pool, HoldCommand command)
    {
        index.Overlay.Begin(command, time.GetUtcNow());
        HoldReply reply = await Pool(pool).HoldAsync(command);
        index.Overlay.Answered(command, reply);
        instruments.Held(reply);
        if (reply.Summary is { } summary) index.Correct(summary);
        return reply;
    }

    /// <inheritdoc/>
    public Task<VerdictReply> ConfirmAsync(ResourcePoolId pool, ConfirmHold command) => Pool(pool).ConfirmAsync(command);

    /// <inheritdoc/>
    public Task<VerdictReply> ReleaseAsync(ResourcePoolId pool, ReleaseHold command) => Pool(pool).ReleaseAsync(command);

    /// <inheritdoc/>
    public Task<ProbeReply> ProbeAsync(OrderId order, ProbeHold command) => _orders[order.Key].ProbeAsync(command);

    private IResourcePoolGrain Pool(ResourcePoolId pool) => _pools[pool.Key];
}
