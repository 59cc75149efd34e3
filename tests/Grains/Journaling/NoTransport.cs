using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Actors;

namespace Fulcrum.Grains.Tests.Journaling;

/// <summary>For journals, which send nothing.</summary>
internal sealed class NoTransport : ITransport
{
    public static NoTransport Instance { get; } = new();

    public Task<HoldReply> HoldAsync(ResourcePoolId pool, HoldCommand command) => throw new NotSupportedException();

    public Task<VerdictReply> ConfirmAsync(ResourcePoolId pool, ConfirmHold command) => throw new NotSupportedException();

    public Task<VerdictReply> ReleaseAsync(ResourcePoolId pool, ReleaseHold command) => throw new NotSupportedException();

    public Task<ProbeReply> ProbeAsync(OrderId order, ProbeHold command) => throw new NotSupportedException();
}
