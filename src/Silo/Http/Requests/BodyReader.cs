using System.Buffers;
using Fulcrum.Contracts.Errors;
using Fulcrum.Silo.Http.Answers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Fulcrum.Silo.Http.Requests;

/// <summary>Reads bodies up to a limit.</summary>
internal static class BodyReader
{
    /// <summary>What to tell somebody whose body is something else.</summary>
    public const string JsonRequired = "The body must be JSON in UTF-8, not compressed. Maybe set Content-Type: application/json.";

    private const int ReadBytes = 16 * 1024;
    private const string Utf8 = "utf-8";

    /// <summary>The bytes of a JSON body; none when the request has no body.</summary>
    /// <exception cref="ProblemException">The body is larger than the limit, or no JSON by its media type.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, int bytesMax)
    {
        HttpRequest request = http.Request;
        if (request.ContentLength > bytesMax) throw TooLarge(bytesMax);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = bytesMax;
        ArrayBufferWriter<byte> body = new();
        while (await request.Body.ReadAsync(body.GetMemory(ReadBytes), http.RequestAborted) is > 0 and int count)
        {
            body.Advance(count);
            if (body.WrittenCount > bytesMax) throw TooLarge(bytesMax);
        }

        if (body.WrittenCount > 0) RequireJson(request);
        return body.WrittenMemory;
    }

    private static ProblemException TooLarge(int bytesMax) =>
        ProblemException.Of(ErrorCodes.RequestTooLarge, $"The body has more than {bytesMax} bytes, which is the most this path takes. Maybe split it.");

    private static void RequireJson(HttpRequest request)
    {
        bool isUtf8 = !MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.Charset.HasValue
            || type.Charset.Equals(Utf8, StringComparison.OrdinalIgnoreCase);
        if (request.HasJsonContentType() && isUtf8 && request.Headers.ContentEncoding.Count == 0) return;
        throw ProblemException.Of(ErrorCodes.RequestMediaType, JsonRequired);
    }
}
