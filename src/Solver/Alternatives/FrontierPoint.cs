using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Alternatives;

/// <summary>A plan of the trade-off between the terms.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Score">Its value per term.</param>
/// <param name="Corner">The term of which it has the least, when it is a corner.</param>
/// <param name="IsProved">Whether it is proved to be the best for the question that found it.</param>
public sealed record FrontierPoint(Plan Plan, ScoreBreakdown Score, ObjectiveTerm? Corner, bool IsProved);
