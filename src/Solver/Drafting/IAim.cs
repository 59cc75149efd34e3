using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Drafting;

/// <summary>What a search for plans is after: costs of plans that can be held against a relaxation.</summary>
internal interface IAim
{
    /// <summary>Weights of the relaxation.</summary>
    Weights Weights { get; }

    /// <summary>A part of every cost, which is no part of what is minimised.</summary>
    Int128 Offset { get; }

    /// <summary>The cost of a plan that keeps every rule: not below what the relaxation says of it.</summary>
    Int128 CostOf(ScoreBreakdown score);

    /// <summary>A relaxed cost from which on nothing is better than a plan of a cost.</summary>
    long CutoffOf(long cost);

    /// <summary>A judge of drafts made of some ways.</summary>
    IDraftJudge JudgeOf(IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations);
}
