namespace Fulcrum.Grains.Verification;

/// <summary>A check with what it has looked at.</summary>
/// <param name="Check">The check.</param>
/// <param name="Checked">Things looked at.</param>
/// <param name="Violations">Violations among them.</param>
public sealed record VerificationRow(VerificationCheck Check, long Checked, long Violations);
