namespace Fulcrum.Solver.Model;

/// <summary>A scheme, and the levels of it that are accepted.</summary>
/// <param name="Scheme">Name of the scheme.</param>
/// <param name="Levels">Accepted levels by plain equality; null accepts any.</param>
public sealed record CertificateAlternative(string Scheme, IReadOnlyList<string>? Levels);
