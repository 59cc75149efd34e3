using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Alternatives;

/// <summary>A term that must not exceed a value.</summary>
/// <param name="Term">The term.</param>
/// <param name="MostMicros">Its largest value, micro-EUR per month.</param>
public sealed record TermCeiling(ObjectiveTerm Term, long MostMicros);
