namespace Fulcrum.Grains.Verification;

/// <summary>A violation.</summary>
/// <param name="Check">What was verified.</param>
/// <param name="Where">Stream, and the event or column where that helps.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record VerificationFinding(VerificationCheck Check, string Where, string What, string Remedy);
