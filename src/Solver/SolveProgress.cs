namespace Fulcrum.Solver;

/// <summary>What is known at one moment of solving a weighted order.</summary>
/// <param name="Elapsed">Time since the start of the solve.</param>
/// <param name="Objective">Value of the best plan so far, in thousandths of a micro-EUR; null without one.</param>
/// <param name="Bound">No plan has a value below this.</param>
public readonly record struct SolveProgress(TimeSpan Elapsed, Int128? Objective, Int128 Bound);
