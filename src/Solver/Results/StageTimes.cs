namespace Fulcrum.Solver.Results;

/// <summary>Wall time per part of a solve, in milliseconds.</summary>
/// <param name="Filter">Candidate generation and filters.</param>
/// <param name="Bound">Relaxation.</param>
/// <param name="Search">CP-SAT.</param>
/// <param name="Check">Independent check.</param>
public sealed record StageTimes(double Filter, double Bound, double Search, double Check);
