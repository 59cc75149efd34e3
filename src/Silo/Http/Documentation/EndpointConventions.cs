using System.Collections.Immutable;
using System.Net.Mime;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Silo.Http.Requests;

namespace Fulcrum.Silo.Http.Documentation;

/// <summary>Says of an endpoint what it takes and answers, for its readers and for the OpenAPI document.</summary>
internal static class EndpointConventions
{
    private static readonly int[] AnyFailure =
        [StatusCodes.Status400BadRequest, StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable];

    /// <summary>Names an endpoint and says what it does.</summary>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder endpoint, string name, string summary) => endpoint.WithName(name).WithSummary(summary);

    /// <summary>Query parameters.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, params ImmutableArray<QueryParameter> parameters) =>
        endpoint.WithMetadata(new TakesQuery(parameters));

    /// <summary>A JSON body.</summary>
    public static RouteHandlerBuilder TakesBody<T>(this RouteHandlerBuilder endpoint, int bytesMax = HttpLimits.BodyBytesMax)
        where T : notnull => endpoint.Accepts<T>(MediaTypeNames.Application.Json)
        .ProducesProblems(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType)
        .WithDescription($"The body has at most {bytesMax} bytes.");

    /// <summary>A JSON body that may be left out.</summary>
    public static RouteHandlerBuilder TakesOptionalBody<T>(this RouteHandlerBuilder endpoint)
        where T : notnull => endpoint.Accepts<T>(isOptional: true, MediaTypeNames.Application.Json)
        .ProducesProblems(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);

    /// <summary>An idempotency key.</summary>
    public static RouteHandlerBuilder TakesIdempotencyKey(this RouteHandlerBuilder endpoint, string when) =>
        endpoint.WithMetadata(new TakesHeader(IdempotencyKeys.HeaderName, $"{when} The same key again has one effect and one answer; with another body it is refused."))
            .ProducesProblems(StatusCodes.Status422UnprocessableEntity);

    /// <summary>A precondition.</summary>
    public static RouteHandlerBuilder TakesPrecondition(this RouteHandlerBuilder endpoint, bool mayCreate = false) =>
        endpoint.WithMetadata(new TakesPrecondition(mayCreate))
            .ProducesProblems(StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired);

    /// <summary>What it answers with.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (int status in statuses) endpoint.Produces<T>(status, MediaTypeNames.Application.Json);
        return endpoint.ProducesProblems(AnyFailure);
    }

    /// <summary>How it fails, beyond what any endpoint does.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses) => endpoint.ProducesProblems(statuses);

    private static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (int status in statuses) endpoint.Produces<ProblemResource>(status, ProblemResource.MediaType);
        return endpoint;
    }
}
