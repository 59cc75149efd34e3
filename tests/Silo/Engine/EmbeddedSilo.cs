using Fulcrum.Contracts.Exchange;
using Fulcrum.Grains.Capacity;
using Fulcrum.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>A silo inside the test process, on a real database.</summary>
internal sealed class EmbeddedSilo : IAsyncDisposable
{
    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;

    private EmbeddedSilo(WebApplication app) => _app = app;

    public IPlacementGatewayGrain Gateway => _app.Services.GetRequiredService<IGrainFactory>().GetGrain<IPlacementGatewayGrain>(0);

    public IServiceProvider Services => _app.Services;

    public Uri Url => new(_app.Urls.First());

    /// <summary>Starts a silo and waits until it is ready.</summary>
    public static Task<EmbeddedSilo> StartAsync(TestDatabase database, params string[] settings) => StartAsync(database, configure: null, settings);

    /// <summary>Starts a silo with something of the test's own in it.</summary>
    public static async Task<EmbeddedSilo> StartAsync(TestDatabase database, Action<WebApplicationBuilder>? configure, params string[] settings)
    {
        string[] args = ["--urls", "http://127.0.0.1:0", "--Fulcrum:Cluster:SiloPort", "0", "--Fulcrum:Cluster:GatewayPort", "0", .. database.Settings, .. settings];
        WebApplication app = await SiloHost.BuildAsync(args, builder =>
        {
            builder.Logging.ClearProviders();
            configure?.Invoke(builder);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(ReadyTimeout);
        CapacityIndex index = app.Services.GetRequiredService<CapacityIndex>();
        using PeriodicTimer poll = new(TimeSpan.FromMilliseconds(20));
        while (!index.IsReady) await poll.WaitForNextTickAsync(timeout.Token);
        return new EmbeddedSilo(app);
    }

    /// <summary>Stops the silo as an operator does.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
    }
}
