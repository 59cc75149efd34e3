using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>Whichever single domain is lost, enough replicas of an item remain elsewhere.</summary>
internal sealed class SurviveLossRule : HardRule
{
    public override string Name => "survive";

    public override void Constrain(PlacementModel model)
    {
        foreach (CompiledItem item in model.Problem.Items) DomainCaps.Constrain(model, item, DomainCap.OfSurvive(item.Definition));
    }

    public override bool IsMetBy(PlanView plan) =>
        plan.Problem.Items.All(item => DomainCaps.AreMet(plan, item, DomainCap.OfSurvive(item.Definition)));
}
