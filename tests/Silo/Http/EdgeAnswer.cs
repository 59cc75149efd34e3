using System.Net.Http.Headers;
using System.Text.Json;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>An answer read to its end.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="MediaType">Media type of the body.</param>
/// <param name="Body">Body.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Allow">Methods that the path takes.</param>
internal sealed record EdgeAnswer(int Status, string? MediaType, string Body, HttpResponseHeaders Headers, IEnumerable<string> Allow)
{
    /// <summary>The body as a problem; fails when it is none.</summary>
    public ProblemResource Problem
    {
        get
        {
            MediaType.ShouldBe(ProblemResource.MediaType, Body);
            ProblemResource problem = JsonSerializer.Deserialize<ProblemResource>(Body, FulcrumJson.Options)!;
            problem.Status.ShouldBe(Status);
            return problem;
        }
    }

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Body);

    public static async Task<EdgeAnswer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers,
        response.Content.Headers.Allow);

    /// <summary>The resource in the body.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, FulcrumJson.Options)!;
}
