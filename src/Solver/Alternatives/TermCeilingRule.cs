using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Alternatives;

/// <summary>Chosen terms of the objective stay within chosen values.</summary>
internal sealed class TermCeilingRule : HardRule
{
    public override string Name => "ceiling";

    public override void Constrain(PlacementModel model)
    {
        foreach (TermCeiling ceiling in model.Problem.Source.Side.Ceilings) model.Builder.AddAtMost(model.Term(ceiling.Term), ceiling.MostMicros);
    }

    public override bool IsMetBy(PlanView plan)
    {
        if (plan.Problem.Source.Side.Ceilings is not { Count: > 0 } ceilings) return true;
        Results.ScoreBreakdown score = PlanScorer.Score(plan);
        return ceilings.All(ceiling => score.Term(ceiling.Term) <= ceiling.MostMicros);
    }
}
