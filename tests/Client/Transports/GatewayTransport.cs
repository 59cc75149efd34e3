using Fulcrum.Client.Gateway;
using Fulcrum.Contracts.Identity;

namespace Fulcrum.Client.Tests.Transports;

/// <summary>Straight to the gateway.</summary>
internal sealed class GatewayTransport : Transport
{
    public override Task<IPlacementClient> ConnectAsync() =>
        Task.FromResult<IPlacementClient>(new GatewayPlacementClient(() => Gateway, Caller.Development, Options, Time, new Random(Seed)));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
