using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Silo.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>The HTTP edge alone, on a free port of the loopback interface, in front of a <see cref="GatewayDouble"/>.</summary>
internal sealed class Edge : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SemaphoreSlim _ended;

    private Edge(WebApplication app, GatewayDouble gateway, ReadinessDouble readiness, FakeTimeProvider time, SemaphoreSlim ended)
    {
        _app = app;
        _ended = ended;
        Gateway = gateway;
        Readiness = readiness;
        Time = time;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public GatewayDouble Gateway { get; }

    public ReadinessDouble Readiness { get; }

    public FakeTimeProvider Time { get; }

    public HttpClient Client { get; }

    public int OpenEventStreams => _app.Services.GetRequiredService<HttpGates>().EventStreams.Count;

    public static async Task<Edge> StartAsync()
    {
        (GatewayDouble stand, IPlacementGatewayGrain gateway) = GatewayDouble.Create();
        ReadinessDouble readiness = new();
        FakeTimeProvider time = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(gateway).AddSingleton<IReadiness>(readiness).AddFulcrumHttp();
        WebApplication app = builder.Build();
        SemaphoreSlim ended = new(0);
        app.Use((http, next) => EndAsync(next(http), ended));
        app.MapFulcrumApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Edge(app, stand, readiness, time, ended);
    }

    /// <summary>Waits until one more request has been served to its end.</summary>
    public Task RequestEndedAsync() => _ended.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Sends a request and reads the whole answer.</summary>
    public async Task<EdgeAnswer> SendAsync(string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, MediaTypeHeaderValue.Parse(MediaTypeNames.Application.Json));
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        return await SendAsync(request);
    }

    /// <summary>Sends a request and reads the whole answer.</summary>
    public async Task<EdgeAnswer> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await EdgeAnswer.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _ended.Dispose();
    }

    private static async Task EndAsync(Task request, SemaphoreSlim ended)
    {
        try
        {
            await request;
        }
        finally
        {
            ended.Release();
        }
    }
}
