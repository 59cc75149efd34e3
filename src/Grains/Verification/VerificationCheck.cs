namespace Fulcrum.Grains.Verification;

/// <summary>What is verified, in the order in which it is reported.</summary>
public enum VerificationCheck
{
    /// <summary>Events of every stream: none missing, all of them readable.</summary>
    Events,

    /// <summary>Head rows: what the events say.</summary>
    Heads,

    /// <summary>Snapshots: what the events say.</summary>
    Snapshots,

    /// <summary>Ledgers: every claim was accepted on what the pool knew.</summary>
    Ledgers,

    /// <summary>Orders: every change was allowed in the state that it met.</summary>
    Orders,

    /// <summary>Claims: pools and orders tell the same.</summary>
    Claims,

    /// <summary>Due work: nothing is left past its time.</summary>
    DueWork,

    /// <summary>Providers: pools know what their provider has told.</summary>
    Providers,

    /// <summary>Idempotency keys: used once.</summary>
    Keys,

    /// <summary>Feed: every event has a place of its own, after those before it.</summary>
    Feed,
}
