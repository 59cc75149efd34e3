using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>At most so many replicas of an item in one domain; at least so many domains.</summary>
internal sealed class SpreadOverDomainsRule : HardRule
{
    public override string Name => "spread";

    public override void Constrain(PlacementModel model)
    {
        foreach (CompiledItem item in model.Problem.Items)
        {
            DomainCaps.Constrain(model, item, DomainCap.OfSpread(item.Definition));
            foreach (SpreadRule rule in item.Definition.Spread.Where(rule => rule.MinDomains is not null))
            {
                IEnumerable<DomainGroup> groups = item.GroupsBy(model.Problem.Domains[rule.By]);
                model.Builder.AddAtLeast(groups.Aggregate(new LinearSum(), (sum, group) => sum.Add(model.Used(group), 1)), rule.MinDomains!.Value);
            }
        }
    }

    public override bool IsMetBy(PlanView plan) => plan.Problem.Items.All(item =>
        DomainCaps.AreMet(plan, item, DomainCap.OfSpread(item.Definition))
        && item.Definition.Spread.All(rule => rule.MinDomains is not { } least || plan.ReplicasBy(item.Index, rule.By).Count >= least));
}
