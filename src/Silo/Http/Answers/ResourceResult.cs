using Fulcrum.Contracts.Json;
using Microsoft.Net.Http.Headers;

namespace Fulcrum.Silo.Http.Answers;

/// <summary>Answers with a resource, its entity tag and, when it is new, where it is.</summary>
/// <typeparam name="T">Type of the resource.</typeparam>
internal sealed class ResourceResult<T>(int status, T resource, long? version) : IResult
{
    /// <summary>Path of the resource when it is new.</summary>
    public string? Location { get; init; }

    /// <summary>Whether all that the resource shows is the same while its version is, so that 304 is an answer.</summary>
    public bool IsCovered { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        if (version is { } number) response.Headers.ETag = EntityTags.Of(number);
        if (Location is not null) response.Headers.Location = Location;
        response.StatusCode = IsNotModified(httpContext) ? StatusCodes.Status304NotModified : status;
        return response.StatusCode == StatusCodes.Status304NotModified
            ? Task.CompletedTask
            : response.WriteAsJsonAsync(resource, FulcrumJson.Options, httpContext.RequestAborted);
    }

    private bool IsNotModified(HttpContext http) =>
        IsCovered
        && version is { } number
        && http.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(EntityTags.HeaderOf(number), useStrongComparison: false));
}
