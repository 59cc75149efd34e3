using Fulcrum.Silo.Http;

namespace Fulcrum.Client.Tests.Transports;

/// <summary>A silo without anything to wait for.</summary>
internal sealed class AlwaysReady : IReadiness
{
    public Task<string?> ReasonNotReadyAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
