namespace Fulcrum.Grains.Verification;

/// <summary>Compares instants as databases keep them.</summary>
internal static class Instants
{
    /// <summary>Whether two instants are the same but for what a database cuts off.</summary>
    public static bool AreEqual(DateTimeOffset? left, DateTimeOffset? right) => left is null || right is null
        ? left is null && right is null
        : (left.Value - right.Value).Duration() < TimeSpan.FromMicroseconds(VerificationLimits.InstantToleranceMicroseconds);

    /// <summary>Whether what was due has waited too long.</summary>
    public static bool IsOverdue(DateTimeOffset? due, DateTimeOffset now) => due?.AddSeconds(VerificationLimits.OverdueSeconds) < now;
}
