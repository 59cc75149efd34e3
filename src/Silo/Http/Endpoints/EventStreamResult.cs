using Fulcrum.Contracts.Exchange;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Requests;
using Microsoft.AspNetCore.Http.Features;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>Answers with the feed as server-sent events, until the client or the silo goes.</summary>
/// <param name="request">The request.</param>
/// <param name="query">Which events.</param>
/// <param name="cursorPath">Where the request names the cursor.</param>
/// <param name="gate">Bounds how many streams are open.</param>
internal sealed class EventStreamResult(EdgeRequest request, EventQuery query, string cursorPath, Gate gate) : IResult
{
    /// <summary>Media type.</summary>
    public const string MediaType = "text/event-stream";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using IDisposable passage = gate.Enter();
        Answer<EventPage> first = await request.Gateway.ReadEventsAsync(request.Caller, query);
        if (first.Failure is { } failure)
        {
            await new ProblemResult(AtCursor(failure)).ExecuteAsync(httpContext);
            return;
        }

        Begin(httpContext);
        if (HeadMiddleware.IsHead(httpContext)) return;
        await StreamAsync(httpContext, first.Value!);
    }

    private Failure AtCursor(Failure failure) => failure with
    {
        Faults = [.. failure.Faults.Select(fault => fault.Path == QueryParameters.After.Path ? fault with { Path = cursorPath } : fault)],
    };

    private static void Begin(HttpContext http)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = MediaType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
    }

    private async Task StreamAsync(HttpContext http, EventPage first)
    {
        IServiceProvider services = http.RequestServices;
        HttpInstruments instruments = services.GetRequiredService<HttpInstruments>();
        CancellationToken stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        EventStream stream = new(request.Gateway, request.Caller, http.Response.BodyWriter, services.GetRequiredService<TimeProvider>());
        instruments.EventStreamOpened();
        try
        {
            await stream.RunAsync(query, first, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The stream has no other end.
        }
        finally
        {
            instruments.EventStreamClosed();
        }
    }
}
