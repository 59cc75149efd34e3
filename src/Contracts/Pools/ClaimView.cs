using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Pools;

/// <summary>A claim on a pool.</summary>
[GenerateSerializer, Immutable, Alias("pools.claim")]
public sealed record ClaimView
{
    /// <summary>Order.</summary>
    [Id(0)] public required OrderId Order { get; init; }

    /// <summary>Attempt.</summary>
    [Id(1)] public required AttemptId Attempt { get; init; }

    /// <summary>Held or allocated.</summary>
    [Id(2)] public required ClaimState State { get; init; }

    /// <summary>Amount per class.</summary>
    [Id(3)] public required SortedMap<long> Amounts { get; init; }

    /// <summary>Configuration it was last checked against.</summary>
    [Id(4)] public required long ConfigVersion { get; init; }

    /// <summary>Whether it is an allocation that does not meet the gate of its order any more: facts have changed since it was confirmed, or its pool or provider is suspended.</summary>
    [Id(5)] public bool Drifted { get; init; }

    /// <summary>When a hold means to end.</summary>
    [Id(6)] public DateTimeOffset? ExpiresAt { get; init; }
}
