using Fulcrum.Contracts.Reading;

namespace Fulcrum.Silo.Http;

/// <summary>Bounds of what the HTTP edge accepts, and the times it goes by. Documented in <c>docs/errors.md</c>.</summary>
public static class HttpLimits
{
    /// <summary>Most bytes of a body, unless it holds many objects.</summary>
    public const int BodyBytesMax = DocumentLimits.OrderBytesMax;

    /// <summary>Most bytes of a body that holds many objects: a federation, links.</summary>
    public const int LargeBodyBytesMax = DocumentLimits.FederationBytesMax;

    /// <summary>Most large bodies read at the same time.</summary>
    public const int LargeBodiesMax = 4;

    /// <summary>Most characters of an idempotency key.</summary>
    public const int IdempotencyKeyLengthMax = 255;

    /// <summary>Most characters of a cursor.</summary>
    public const int CursorLengthMax = 500;

    /// <summary>Most values of a query parameter that takes several.</summary>
    public const int QueryValuesMax = 50;

    /// <summary>A change decided later than this after its request came in is refused, seconds.</summary>
    public const int DeadlineSeconds = 25;

    /// <summary>The same for an import, seconds.</summary>
    public const int ImportDeadlineSeconds = 300;

    /// <summary>When to try again, where nothing better is known, seconds.</summary>
    public const int RetryAfterSeconds = 1;

    /// <summary>Most event streams open at the same time.</summary>
    public const int EventStreamsMax = 1_000;

    /// <summary>Wait after the first empty read of a stream, milliseconds; doubles with each further one.</summary>
    public const int EventPollMillisecondsMin = 100;

    /// <summary>Longest wait between two reads of a stream, milliseconds.</summary>
    public const int EventPollMillisecondsMax = 1_000;

    /// <summary>A stream that was silent for this long says that it is alive, seconds.</summary>
    public const int HeartbeatSeconds = 15;
}
