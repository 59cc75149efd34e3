using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>Two items each use exactly one domain of a kind, and it is the same.</summary>
internal sealed class AffinityRule : HardRule
{
    public override string Name => "affinity";

    public override void Constrain(PlacementModel model)
    {
        foreach (Relation relation in model.Problem.Source.Order.Relations)
        {
            if (relation.Affinity is { } kind) Constrain(model, relation, model.Problem.Domains[kind]);
        }
    }

    public override bool IsMetBy(PlanView plan) => plan.Problem.Source.Order.Relations.All(relation =>
        relation.Affinity is not { } kind
        || plan.ReplicasBy(relation.From, kind).Keys.Concat(plan.ReplicasBy(relation.To, kind).Keys).Distinct().Count() == 1);

    private static void Constrain(PlacementModel model, Relation relation, DomainMap map)
    {
        CompiledItem from = model.Problem.Items[relation.From];
        CompiledItem to = model.Problem.Items[relation.To];
        Dictionary<int, DomainGroup> targets = to.GroupsBy(map).ToDictionary(group => group.Domain);
        HashSet<int> shared = [.. from.GroupsBy(map).Select(group => group.Domain).Where(targets.ContainsKey)];
        LinearSum chosen = new();
        foreach (DomainGroup source in from.GroupsBy(map).Where(group => shared.Contains(group.Domain)))
        {
            CpVariable choice = model.Builder.NewVariable(1);
            chosen.Add(choice, 1);
            AddAllOrNothing(model, source, from.Quantity, choice);
            AddAllOrNothing(model, targets[source.Domain], to.Quantity, choice);
        }

        model.Builder.AddEqual(chosen, 1);
        foreach (DomainGroup group in from.GroupsBy(map).Concat(to.GroupsBy(map)).Where(group => !shared.Contains(group.Domain)))
        {
            model.Builder.AddAtMost(model.Total(group.Candidates), 0);
        }
    }

    private static void AddAllOrNothing(PlacementModel model, DomainGroup group, int quantity, CpVariable choice) =>
        model.Builder.AddEqual(new LinearSum().Add(model.Count(group), 1).Add(choice, -quantity), 0);
}
