namespace Fulcrum.Solver.Model;

/// <summary>A term of a lexicographic objective.</summary>
/// <param name="Term">The term.</param>
/// <param name="Tolerance">From the stage after, the term may exceed its best value v by ⌊v × tolerance⌋; ignored for the last term.</param>
public sealed record LexicographicTerm(ObjectiveTerm Term, decimal Tolerance);
