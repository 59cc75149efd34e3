namespace Fulcrum.Grains.Journaling;

/// <summary>What became of an append.</summary>
public enum AppendOutcome
{
    /// <summary>Durable.</summary>
    Appended,

    /// <summary>Another activation has written or fenced: nothing was changed.</summary>
    Refused,
}
