using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Drafting;

/// <summary>The least weighted sum of the terms.</summary>
internal sealed class WeightedAim(ScreenedProblem problem, Weights weights) : IAim
{
    private DraftJudge? _judge;

    /// <inheritdoc />
    public Weights Weights => weights;

    /// <inheritdoc />
    public Int128 Offset => 0;

    /// <inheritdoc />
    public Int128 CostOf(ScoreBreakdown score) => weights.Of(score);

    /// <inheritdoc />
    public long CutoffOf(long cost) => cost;

    /// <summary>One judge for the whole and for its parts, in which ways cost the same.</summary>
    public IDraftJudge JudgeOf(IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations) => _judge ??= new DraftJudge(problem, weights, costs, relations);
}
