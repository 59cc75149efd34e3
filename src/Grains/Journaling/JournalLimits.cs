namespace Fulcrum.Grains.Journaling;

/// <summary>Limits of a journal.</summary>
public static class JournalLimits
{
    /// <summary>Commands that may wait; more are refused as an overload.</summary>
    public const int QueuedCommandsMax = 20_000;

    /// <summary>Commands decided for one append.</summary>
    public const int GroupCommandsMax = 1_000;

    /// <summary>Times one group is decided before the journal gives up: every further time another activation has written.</summary>
    public const int DecisionsPerGroupMax = 20;

    /// <summary>Tries of one call of the store before it counts as unavailable.</summary>
    public const int StoreTriesMax = 5;

    /// <summary>Wait before the second try; doubles with every further one.</summary>
    public const int StoreRetryMilliseconds = 50;

    /// <summary>Least number of events between snapshots.</summary>
    public const int SnapshotEventsMin = 1_000;
}
