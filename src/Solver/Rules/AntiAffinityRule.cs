using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>Two items share no domain of a kind.</summary>
internal sealed class AntiAffinityRule : HardRule
{
    public override string Name => "antiAffinity";

    public override void Constrain(PlacementModel model)
    {
        foreach (Relation relation in model.Problem.Source.Order.Relations)
        {
            if (relation.AntiAffinity is { } kind) Constrain(model, relation, model.Problem.Domains[kind]);
        }
    }

    public override bool IsMetBy(PlanView plan) => plan.Problem.Source.Order.Relations.All(relation =>
        relation.AntiAffinity is not { } kind
        || !plan.ReplicasBy(relation.From, kind).Keys.Intersect(plan.ReplicasBy(relation.To, kind).Keys).Any());

    private static void Constrain(PlacementModel model, Relation relation, DomainMap map)
    {
        Dictionary<int, DomainGroup> targets = model.Problem.Items[relation.To].GroupsBy(map).ToDictionary(group => group.Domain);
        foreach (DomainGroup source in model.Problem.Items[relation.From].GroupsBy(map))
        {
            if (!targets.TryGetValue(source.Domain, out DomainGroup? target)) continue;
            model.Builder.AddClause(~model.Used(source).Index, ~model.Used(target).Index);
        }
    }
}
