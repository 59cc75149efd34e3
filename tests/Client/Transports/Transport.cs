using Fulcrum.Client.Calls;
using Fulcrum.Client.Tests.Doubles;

namespace Fulcrum.Client.Tests.Transports;

/// <summary>A way from a client to a scripted gateway.</summary>
internal abstract class Transport : IAsyncDisposable
{
    protected const int Seed = 1;

    public ScriptedGateway Gateway { get; } = new();

    public HastyTime Time { get; } = new();

    public CallOptions Options { get; } = new();

    /// <summary>Connects.</summary>
    public abstract Task<IPlacementClient> ConnectAsync();

    public abstract ValueTask DisposeAsync();
}
