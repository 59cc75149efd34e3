namespace Fulcrum.Solver.Model;

/// <summary>One alternative must be met.</summary>
/// <param name="AnyOf">Alternatives, not empty.</param>
public sealed record CertificateRequirement(IReadOnlyList<CertificateAlternative> AnyOf);
