namespace Fulcrum.Client;

/// <summary>What a changing request may say beyond its content.</summary>
public sealed record RequestOptions
{
    /// <summary>Most characters of an idempotency key.</summary>
    public const int IdempotencyKeyLengthMax = 255;

    private readonly string? _idempotencyKey;

    /// <summary>
    /// The same request again under the same key has one effect and one answer, also after a restart of the caller; another request under it is refused.
    /// Absent: the client makes one up for the call and its retries.
    /// </summary>
    /// <value>1 to 255 visible ASCII characters without blanks.</value>
    /// <exception cref="ArgumentException">The key has other characters, or too many.</exception>
    public string? IdempotencyKey
    {
        get => _idempotencyKey;
        init => _idempotencyKey = value is null || IsValid(value)
            ? value
            : throw new ArgumentException($"The idempotency key must have 1 to {IdempotencyKeyLengthMax} visible ASCII characters without blanks.\nMaybe use a UUID.", nameof(value));
    }

    /// <summary>The key given, or a new one.</summary>
    internal static string KeyOf(RequestOptions? options) => options?.IdempotencyKey ?? Guid.CreateVersion7().ToString("N");

    private static bool IsValid(string key) => key.Length is > 0 and <= IdempotencyKeyLengthMax && key.All(static character => character is > ' ' and <= '~');
}
