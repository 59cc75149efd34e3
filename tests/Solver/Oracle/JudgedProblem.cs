using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>A problem with what enumeration says of it.</summary>
/// <param name="Seed">Seed that generates it.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Answer">Feasibility and optimum.</param>
internal sealed record JudgedProblem(long Seed, PlacementProblem Problem, OracleAnswer Answer);
