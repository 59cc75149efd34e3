using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Fulcrum.Silo.Http;

/// <summary>
/// Stops a host that has come to listen beyond the loopback interface while <see cref="DevelopmentCallerSource"/> stands in. Addresses come
/// from several settings, so what counts is what the server is bound to.
/// </summary>
internal sealed class LoopbackCheck(IServer server, ICallerSource callers) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (callers is DevelopmentCallerSource) LoopbackGuard.Check(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
