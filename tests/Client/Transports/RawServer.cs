using System.Collections.Concurrent;
using Fulcrum.Client.Calls;
using Fulcrum.Client.Http;
using Fulcrum.Client.Tests.Doubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Client.Tests.Transports;

/// <summary>A server that answers what the test says, also what the engine never would.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();

    private RawServer(WebApplication app, string basePath)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First() + basePath), Timeout = Timeout.InfiniteTimeSpan };
        Client = new HttpPlacementClient(_http, new CallOptions(), Time, new Random(1));
    }

    public HastyTime Time { get; } = new();

    public IPlacementClient Client { get; }

    /// <summary>Path and idempotency key of each request.</summary>
    public ConcurrentQueue<(string Path, string Key)> Requests { get; } = new();

    public static async Task<RawServer> StartAsync(string basePath = "/")
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        TaskCompletionSource<RawServer> self = new(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Run(async http => await (await self.Task).AnswerAsync(http));
        await app.StartAsync(TestContext.Current.CancellationToken);
        RawServer server = new(app, basePath);
        self.SetResult(server);
        return server;
    }

    /// <summary>Answers the next request.</summary>
    public RawServer Then(Func<HttpContext, Task> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    /// <summary>Answers the next request with a status and a body.</summary>
    public RawServer Then(int status, string mediaType, string body, string? retryAfter = null) => Then(http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        return http.Response.WriteAsync(body, http.RequestAborted);
    });

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext http)
    {
        Requests.Enqueue((http.Request.Path + http.Request.QueryString, http.Request.Headers["Idempotency-Key"].ToString()));
        return _script.TryDequeue(out Func<HttpContext, Task>? answer) ? answer(http) : throw new InvalidOperationException("The script is over.");
    }
}
