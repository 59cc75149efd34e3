using Fulcrum.Solver.Scoring;

namespace Fulcrum.Solver.Relaxation;

/// <summary>What the relaxation knows.</summary>
/// <param name="Bound">No plan has a weighted objective below this.</param>
/// <param name="Plan">A plan that meets every rule, if the relaxation's own choice does.</param>
/// <param name="IsOptimal">Whether that plan's objective equals the bound.</param>
internal sealed record RelaxedAnswer(Int128 Bound, PlanView? Plan, bool IsOptimal);
