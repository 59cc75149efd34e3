using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Reading;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Requests;

namespace Fulcrum.Silo.Http;

/// <summary>Outermost part of the API: whatever goes wrong inside is answered as a problem.</summary>
internal sealed partial class EdgeMiddleware(RequestDelegate next, ILogger<EdgeMiddleware> logger)
{
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            await AnswerRouteAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            LogClientGone(logger, http.Request.Method, http.Request.Path);
            if (!http.Response.HasStarted) http.Response.StatusCode = ClientClosedRequest;
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, exception);
        }
        catch (Exception exception)
        {
            LogBroken(logger, exception, http.Request.Method, http.Request.Path);
            http.Abort();
        }
    }

    /// <summary>Routing answers an unknown path, method or media type with a bare status.</summary>
    private static Task AnswerRouteAsync(HttpContext http)
    {
        HttpResponse response = http.Response;
        bool isBare = !response.HasStarted && response.ContentType is null && response.ContentLength is null;
        if (!isBare || RouteFailure(http) is not { } failure) return Task.CompletedTask;
        return ProblemWriter.WriteAsync(http, ProblemResource.From(failure) with { Status = response.StatusCode });
    }

    private static Failure? RouteFailure(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new Failure
        {
            Code = ErrorCodes.NoSuchRoute,
            Detail = $"There is no path '{Excerpt.Of(http.Request.Path)}'. Maybe look at /openapi/v1.json, which lists all paths.",
        },
        StatusCodes.Status405MethodNotAllowed => new Failure
        {
            Code = ErrorCodes.NoSuchRoute,
            Detail = $"The path '{Excerpt.Of(http.Request.Path)}' does not take {http.Request.Method}. It takes {http.Response.Headers.Allow}.",
        },
        StatusCodes.Status415UnsupportedMediaType => new Failure { Code = ErrorCodes.RequestMediaType, Detail = BodyReader.JsonRequired },
        _ => null,
    };

    private Task AnswerAsync(HttpContext http, Exception exception)
    {
        Failure failure = ExceptionFailures.Of(exception, http);
        if (failure.Code == ErrorCodes.Internal) LogFailed(logger, exception, http.Request.Method, http.Request.Path);
        else if (exception is not ProblemException) LogUnavailable(logger, exception, http.Request.Method, http.Request.Path, failure.Code);
        http.Response.Clear();
        return ProblemWriter.WriteAsync(http, ProblemResource.From(failure));
    }
}
