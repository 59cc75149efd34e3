using Fulcrum.Client.Http;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Silo.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Client.Tests.Transports;

/// <summary>Over a socket and through the engine's HTTP edge to the gateway.</summary>
internal sealed class HttpTransport : Transport
{
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private WebApplication? _app;

    public override async Task<IPlacementClient> ConnectAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IPlacementGatewayGrain>(Gateway);
        builder.Services.AddFulcrumHttp();
        builder.Services.AddSingleton<IReadiness, AlwaysReady>();
        _app = builder.Build();
        _app.MapFulcrumApi();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _http.BaseAddress = new Uri(_app.Urls.First() + "/");
        return new HttpPlacementClient(_http, Options, Time, new Random(Seed));
    }

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }
}
