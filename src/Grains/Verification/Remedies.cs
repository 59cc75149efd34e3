namespace Fulcrum.Grains.Verification;

/// <summary>What an operator does about a violation.</summary>
internal static class Remedies
{
    /// <summary>For a snapshot.</summary>
    public const string Snapshot = "Stop the silos, delete this row of grain_state, start them: the state is then read from the events.";

    /// <summary>For a snapshot that stands for events that were deleted.</summary>
    public const string OnlySnapshot = "Stop the silos and restore this row of grain_state from a backup: retention has deleted the events before it, and its actor fails without it.";

    /// <summary>What to do unless there is something better to say.</summary>
    public static string For(VerificationCheck check) => check switch
    {
        VerificationCheck.Events => "Stop the silos and restore the events of this stream from a backup: its actor fails until they are whole.",
        VerificationCheck.Heads => "The events are right. Stop the silos and set the column to what the events say.",
        VerificationCheck.Snapshots => Snapshot,
        VerificationCheck.Ledgers or VerificationCheck.Orders => "Keep a copy of the database and report this. Claims beyond what can be sold end when their orders are cancelled.",
        VerificationCheck.Claims => "Keep a copy of the database and report this. Cancel the order to free what it claims, and place it anew.",
        VerificationCheck.DueWork => "Start a silo if none runs, wait, verify again. Otherwise look for the stream in the silos' logs.",
        VerificationCheck.Providers => "Put the provider again with If-Match: it tells its pools.",
        VerificationCheck.Keys => "Restore the stream from a backup; until then do not trust answers under this key.",
        VerificationCheck.Feed => "Readers of the feed may have missed this event: have them read again from before it.",
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, null),
    };
}
