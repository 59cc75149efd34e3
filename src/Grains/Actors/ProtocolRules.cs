namespace Fulcrum.Grains.Actors;

/// <summary>The rules that make the protocol safe, each of which the simulator shows to be needed by leaving it out.</summary>
internal sealed record ProtocolRules
{
    public static ProtocolRules All { get; } = new();

    /// <summary>After an ambiguous failure the fence is raised before anything is read.</summary>
    public bool Fence { get; init; } = true;

    /// <summary>After a refused append commands are decided again.</summary>
    public bool DecideAgain { get; init; } = true;

    /// <summary>An answer that must be current rests on what is stored, not on what the activation remembers.</summary>
    public bool AskTheStore { get; init; } = true;

    /// <summary>A hold of no running attempt is recorded as voided before a pool is told so.</summary>
    public bool VoidBeforeAnswering { get; init; } = true;

    /// <summary>After a refusal every pool asked is told to release, also those that have not answered.</summary>
    public bool ReleaseEveryPoolAsked { get; init; } = true;

    /// <summary>A release leaves a tombstone.</summary>
    public bool Tombstones { get; init; } = true;
}
