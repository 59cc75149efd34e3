using Fulcrum.Contracts.Errors;
using Microsoft.Extensions.Primitives;

namespace Fulcrum.Silo.Http.Requests;

/// <summary>Reads the header <c>Idempotency-Key</c>.</summary>
internal static class IdempotencyKeys
{
    /// <summary>Name of the header.</summary>
    public const string HeaderName = "Idempotency-Key";

    private const string Path = "header." + HeaderName;

    /// <summary>The key, or null when the request has none.</summary>
    public static string? Read(IHeaderDictionary headers, List<RequestFault> faults)
    {
        StringValues values = headers[HeaderName];
        if (values.Count == 0) return null;
        string key = values[0] ?? "";
        if (values.Count == 1 && key.Length is > 0 and <= HttpLimits.IdempotencyKeyLengthMax && key.All(static character => character is > ' ' and <= '~')) return key;
        faults.Add(new RequestFault(Path, $"The {HeaderName} must be given once, as 1 to {HttpLimits.IdempotencyKeyLengthMax} visible ASCII characters without blanks. Maybe use a UUID."));
        return null;
    }

    /// <summary>The fault of a request that needs a key.</summary>
    public static RequestFault Missing(string otherwise) =>
        new(Path, $"The {HeaderName} is missing: without it, a request that is sent again could not be told from a new one.{otherwise}");
}
