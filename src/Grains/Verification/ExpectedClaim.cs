namespace Fulcrum.Grains.Verification;

/// <summary>What a claim is to be by the word of its order.</summary>
internal enum ExpectedClaim
{
    /// <summary>The order knows nothing of the attempt: it is being decided, or came to nothing.</summary>
    Unknown,

    /// <summary>Held.</summary>
    Held,

    /// <summary>Confirmed; the pool has not acknowledged that yet.</summary>
    Confirming,

    /// <summary>Confirmed, and the pool has acknowledged it.</summary>
    Allocated,

    /// <summary>Over; the pool has not acknowledged that yet.</summary>
    Releasing,

    /// <summary>Over, and the pool has acknowledged it.</summary>
    None,
}
