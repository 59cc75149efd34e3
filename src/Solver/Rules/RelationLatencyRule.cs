using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>Every pool of the one item has a pool of the other within reach, or all of them.</summary>
internal sealed class RelationLatencyRule : HardRule
{
    public override string Name => "latency.relation";

    public override void Constrain(PlacementModel model)
    {
        foreach (CompiledRelation relation in Bounded(model.Problem)) Constrain(model, relation);
    }

    public override bool IsMetBy(PlanView plan) => Bounded(plan.Problem).All(relation =>
    {
        IReadOnlyList<int> targets = plan.LocationsOf(relation.Definition.To);
        IReadOnlyList<int> sources = plan.LocationsOf(relation.Definition.From);
        return relation.Definition.Scope == LatencyScope.All
            ? sources.All(source => targets.All(target => relation.IsWithin(source, target)))
            : sources.All(source => targets.Any(target => relation.IsWithin(source, target)));
    });

    private static IEnumerable<CompiledRelation> Bounded(CompiledProblem problem) =>
        problem.Relations.Where(relation => relation.Definition.MaxLatencyMs is not null);

    private static void Constrain(PlacementModel model, CompiledRelation relation)
    {
        DomainMap locations = model.Problem.Domains[Domain.Location];
        IReadOnlyList<DomainGroup> targets = model.Problem.Items[relation.Definition.To].GroupsBy(locations);
        foreach (DomainGroup source in model.Problem.Items[relation.Definition.From].GroupsBy(locations))
        {
            ILookup<bool, DomainGroup> byReach = targets.ToLookup(target => relation.IsWithin(Location(model, source), Location(model, target)));
            if (!byReach[false].Any()) continue;
            int unused = ~model.Used(source).Index;
            if (relation.Definition.Scope == LatencyScope.Nearest) model.Builder.AddClause([unused, .. byReach[true].Select(target => model.Used(target).Index)]);
            else foreach (DomainGroup target in byReach[false]) model.Builder.AddClause(unused, ~model.Used(target).Index);
        }
    }

    private static int Location(PlacementModel model, DomainGroup group) => model.Problem.LocationOf(group.Candidates[0]);
}
