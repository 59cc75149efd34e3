using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Client.Http;

/// <summary>A request as it is sent, however often.</summary>
/// <param name="Method">Method.</param>
/// <param name="Path">Path with the query.</param>
internal sealed record HttpCall(HttpMethod Method, string Path)
{
    private const string IdempotencyKeyHeader = "Idempotency-Key";

    /// <summary>JSON; absent is no body.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Idempotency key.</summary>
    public string? Key { get; init; }

    /// <summary>What must hold before the change.</summary>
    public Precondition? Precondition { get; init; }

    /// <summary>A message for one try.</summary>
    public HttpRequestMessage ToMessage()
    {
        HttpRequestMessage message = new(Method, new Uri(Path.TrimStart('/'), UriKind.Relative));
        if (Key is not null) message.Headers.Add(IdempotencyKeyHeader, Key);
        if (Precondition is { } precondition) AddTo(message.Headers, precondition);
        if (Body is not null) message.Content = new ByteArrayContent(Body) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) } };
        return message;
    }

    private static void AddTo(HttpRequestHeaders headers, Precondition precondition)
    {
        if (precondition.MustNotExist) headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        if (precondition.Version is { } version) headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version.ToString(CultureInfo.InvariantCulture)}\""));
        else if (precondition.MustExist) headers.IfMatch.Add(EntityTagHeaderValue.Any);
    }
}
