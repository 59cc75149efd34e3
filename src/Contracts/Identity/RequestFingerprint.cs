using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Fulcrum.Contracts.Identity;

/// <summary>
/// Hash by which two requests under one idempotency key are told apart: SHA-256 over method, path and canonical body.
/// A canonical body has no white space and its members in ordinal order, so that how a client happens to write the same JSON does not matter.
/// </summary>
public static class RequestFingerprint
{
    private static readonly byte[] EmptyObject = [.. "{}"u8];

    /// <summary>The fingerprint, in lower-case hexadecimal.</summary>
    /// <param name="method">HTTP method, upper case.</param>
    /// <param name="path">Path without the query, e.g. <c>/api/v1/orders</c>.</param>
    /// <param name="utf8">The body, valid JSON; empty when there is none, which is as an empty object.</param>
    public static string Of(string method, string path, ReadOnlyMemory<byte> utf8)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{method}\n{path}\n"));
        hash.AppendData(Canonical(utf8));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Canonical(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.IsEmpty) return EmptyObject;
        using JsonDocument document = JsonDocument.Parse(WithoutByteOrderMark(utf8));
        using MemoryStream target = new();
        using (Utf8JsonWriter writer = new(target)) Write(document.RootElement, writer);
        return target.ToArray();
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, writer);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement entry in element.EnumerateArray()) Write(entry, writer);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(JsonElement element, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (JsonProperty property in element.EnumerateObject().OrderBy(static property => property.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(property.Name);
            Write(property.Value, writer);
        }

        writer.WriteEndObject();
    }
}
