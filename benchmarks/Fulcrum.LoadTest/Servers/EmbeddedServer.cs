using System.Diagnostics;
using Fulcrum.LoadTest.Stores;
using Fulcrum.LoadTest.Transports;
using Fulcrum.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Fulcrum.LoadTest.Servers;

/// <summary>A silo inside the driver's process: what it uses is the driver's too.</summary>
internal sealed class EmbeddedServer : IServer
{
    private readonly WebApplication _app;
    private readonly Process _process = Process.GetCurrentProcess();

    private EmbeddedServer(WebApplication app) => _app = app;

    /// <summary>What the silo is made of.</summary>
    public IServiceProvider Services => _app.Services;

    public ServerUsage Usage => ProcessUsage.Of(_process);

    public static async Task<EmbeddedServer> StartAsync(IStore store, CancellationToken cancellationToken)
    {
        WebApplication app = await SiloHost.BuildAsync(SiloArguments.For(store, httpPort: 0, gatewayPort: 0), static builder => LogsToError.Configure(builder.Logging));
        await app.StartAsync(cancellationToken);
        return new EmbeddedServer(app);
    }

    public Task<IDriverTransport> ConnectAsync(TransportKind kind) =>
        Task.FromResult<IDriverTransport>(Connect());

    /// <summary>Connects the driver to the grains themselves.</summary>
    public GrainTransport Connect() => new(_app.Services.GetRequiredService<IGrainFactory>(), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _process.Dispose();
    }
}
