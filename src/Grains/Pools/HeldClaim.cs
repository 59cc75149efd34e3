using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Pools;

/// <summary>A hold.</summary>
internal sealed class HeldClaim(string order, SortedMap<long> amounts, long configVersion) : Claim(order, amounts, configVersion)
{
    /// <summary>Configuration it was planned on.</summary>
    public required long PlannedVersion { get; init; }

    /// <summary>When the order means to let go of it.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Deadline of the hold.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>When to ask the order.</summary>
    public required DateTimeOffset ProbeAt { get; set; }
}
