using System.Globalization;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Silo.Http.Answers;

/// <summary>Writes problems.</summary>
internal static class ProblemWriter
{
    public static Task WriteAsync(HttpContext http, ProblemResource problem)
    {
        http.RequestServices.GetRequiredService<HttpInstruments>().Problem(problem.Code);
        int? retryAfter = problem.RetryAfterSeconds ?? (ProblemKinds.Of(problem.Code).IsRetryable ? HttpLimits.RetryAfterSeconds : null);
        if (retryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = problem.Status;
        ProblemResource complete = problem with { Instance = http.Request.Path, RetryAfterSeconds = retryAfter };
        return http.Response.WriteAsJsonAsync(complete, FulcrumJson.Options, ProblemResource.MediaType, http.RequestAborted);
    }
}
