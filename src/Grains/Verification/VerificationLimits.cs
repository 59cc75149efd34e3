namespace Fulcrum.Grains.Verification;

/// <summary>Limits of a verification.</summary>
public static class VerificationLimits
{
    /// <summary>Violations that are reported one by one; the others are counted.</summary>
    public const int FindingsMax = 1_000;

    /// <summary>How long due work may wait before that is a violation: longer than any pause between tries.</summary>
    public const int OverdueSeconds = 180;

    /// <summary>Doubts about a pool that are settled by one reading of its events.</summary>
    public const int DoubtsPerReadingMax = 10_000;

    /// <summary>Instants that differ by less are equal: databases keep microseconds.</summary>
    public const int InstantToleranceMicroseconds = 1_000;
}
