namespace Fulcrum.Solver.Results;

/// <summary>One stage of a lexicographic objective.</summary>
/// <param name="Term">The term minimised.</param>
/// <param name="ValueMicros">Best value found, micro-EUR per month.</param>
/// <param name="BoundMicros">No plan that meets the stages before has a value below this.</param>
public sealed record StageResult(Model.ObjectiveTerm Term, long ValueMicros, long BoundMicros);
