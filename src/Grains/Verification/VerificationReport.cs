using System.Collections.Immutable;

namespace Fulcrum.Grains.Verification;

/// <summary>What a verification has found.</summary>
public sealed record VerificationReport
{
    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Every check with what it has looked at.</summary>
    public required ImmutableArray<VerificationRow> Checks { get; init; }

    /// <summary>Claims of which pool and order will tell the same once messages on their way have arrived.</summary>
    public required long InFlight { get; init; }

    /// <summary>Streams that were replayed from their snapshots, because retention has deleted the events before.</summary>
    public required long FromSnapshots { get; init; }

    /// <summary>Violations in all.</summary>
    public required long Violations { get; init; }

    /// <summary>The first of them, at most <see cref="VerificationLimits.FindingsMax"/>.</summary>
    public required ImmutableArray<VerificationFinding> Findings { get; init; }
}
