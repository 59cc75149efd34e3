namespace Fulcrum.Solver.Model;

/// <summary>A certificate of a scheme.</summary>
/// <param name="Scheme">Name of the scheme, compared as plain text.</param>
/// <param name="Level">Level reached, compared as plain text; null when the scheme has none.</param>
/// <param name="Scopes">Service traits covered; null covers the whole provider.</param>
/// <param name="ValidFrom">First valid UTC day; null is open.</param>
/// <param name="ValidTo">Last valid UTC day; null is open.</param>
public sealed record Certificate(string Scheme, string? Level, IReadOnlyList<string>? Scopes, DateOnly? ValidFrom, DateOnly? ValidTo);
