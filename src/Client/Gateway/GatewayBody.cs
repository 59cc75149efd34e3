using System.Text.Json;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Client.Gateway;

/// <summary>
/// The content of a request as the HTTP edge would receive and read it: the gateway takes what it gets, so the same rules are applied here,
/// and the same key means the same request over either transport.
/// </summary>
/// <typeparam name="T">Type of the request.</typeparam>
/// <param name="Utf8">The body over HTTP.</param>
/// <param name="Value">What it says.</param>
internal sealed record GatewayBody<T>(ReadOnlyMemory<byte> Utf8, T Value)
    where T : notnull
{
    /// <summary>Reads a request by the rules of its form.</summary>
    /// <exception cref="PlacementException">The request has faults.</exception>
    public static GatewayBody<T> Of<TBody>(TBody body, Func<ReadOnlyMemory<byte>, ReadResult<T>> read)
    {
        ArgumentNullException.ThrowIfNull(body);
        byte[] utf8 = JsonSerializer.SerializeToUtf8Bytes(body, FulcrumJson.Options);
        ReadResult<T> result = read(utf8);
        return result.TryGet(out T? value) ? new GatewayBody<T>(utf8, value) : throw PlacementException.Invalid(result.Faults);
    }
}
