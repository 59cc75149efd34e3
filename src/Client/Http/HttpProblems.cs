using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Client.Http;

/// <summary>Reads what HTTP answers instead of success.</summary>
internal static class HttpProblems
{
    /// <summary>The problem that a response tells, or the one that its status stands for.</summary>
    public static async Task<PlacementException> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        ProblemResource problem = await ReadDocumentAsync(response, cancellationToken) ?? Bare(response);
        return PlacementException.Of(problem with { RetryAfterSeconds = problem.RetryAfterSeconds ?? RetryAfter(response.Headers.RetryAfter, time) });
    }

    private static async Task<ProblemResource?> ReadDocumentAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != ProblemResource.MediaType) return null;
        try
        {
            await using Stream content = await response.Content.ReadAsStreamAsync(cancellationToken);
            ProblemResource? problem = await JsonSerializer.DeserializeAsync<ProblemResource>(content, FulcrumJson.Options, cancellationToken);
            return problem is null ? null : problem with { Status = (int)response.StatusCode };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ProblemResource Bare(HttpResponseMessage response) => ProblemResource.From(new Failure
    {
        Code = CodeOf(response.StatusCode),
        Detail = $"{response.RequestMessage?.RequestUri} answers HTTP {(int)response.StatusCode} without saying why. Maybe it is not the placement engine, or something between here and there refuses.",
    });

    private static string CodeOf(HttpStatusCode status) => (int)status switch
    {
        404 => ErrorCodes.NoSuchRoute,
        408 or 502 or 503 or 504 => ErrorCodes.Unavailable,
        412 => ErrorCodes.PreconditionFailed,
        413 => ErrorCodes.RequestTooLarge,
        415 => ErrorCodes.RequestMediaType,
        429 => ErrorCodes.Overloaded,
        >= 500 => ErrorCodes.Internal,
        _ => ErrorCodes.RequestInvalid,
    };

    private static int? RetryAfter(RetryConditionHeaderValue? header, TimeProvider time)
    {
        TimeSpan? wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait is { } given ? (int)Math.Clamp(Math.Ceiling(given.TotalSeconds), 0, int.MaxValue) : null;
    }
}
