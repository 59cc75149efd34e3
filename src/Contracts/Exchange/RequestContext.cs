using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Exchange;

/// <summary>Who asks, until when, and under which idempotency key.</summary>
[GenerateSerializer, Immutable, Alias("exchange.context")]
public sealed record RequestContext
{
    /// <summary>On whose behalf.</summary>
    [Id(0)] public required Caller Caller { get; init; }

    /// <summary>Identifies the request, minted at the edge.</summary>
    [Id(1)] public required Guid CommandId { get; init; }

    /// <summary>Decided later than this, a change is refused.</summary>
    [Id(2)] public required DateTimeOffset Deadline { get; init; }

    /// <summary>The same key again has one effect and one answer.</summary>
    [Id(3)] public string? IdempotencyKey { get; init; }

    /// <summary>Hash of the request as it was received; the same key with another one is refused.</summary>
    [Id(4)] public string Fingerprint { get; init; } = "";
}
