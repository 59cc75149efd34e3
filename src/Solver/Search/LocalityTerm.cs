using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Search;

/// <summary>What latency costs: to users per candidate, along relations to the nearest location that the other item uses.</summary>
internal static class LocalityTerm
{
    /// <summary>The term over the variables of a model.</summary>
    public static LinearSum Of(PlacementModel model)
    {
        LinearSum sum = new();
        foreach (Candidate candidate in model.Problem.Candidates) sum.Add(model.Replicas(candidate), candidate.UserLocalityMicros);
        foreach (CompiledRelation relation in model.Problem.Relations.Where(relation => relation.Definition.ValuePerMsMicros != 0)) AddRelation(model, relation, sum);
        return sum;
    }

    private static void AddRelation(PlacementModel model, CompiledRelation relation, LinearSum sum)
    {
        CompiledProblem problem = model.Problem;
        DomainMap locations = problem.Domains[Domain.Location];
        IReadOnlyList<DomainGroup> targets = problem.Items[relation.Definition.To].GroupsBy(locations);
        foreach (DomainGroup source in problem.Items[relation.Definition.From].GroupsBy(locations))
        {
            int from = problem.LocationOf(source.Candidates[0]);
            AddSource(model, source, [.. targets.Select(target => (target, relation.LocalityMicros(from, problem.LocationOf(target.Candidates[0]))))], sum);
        }
    }

    private static void AddSource(PlacementModel model, DomainGroup source, (DomainGroup Target, long Micros)[] targets, LinearSum sum)
    {
        CpVariable count = model.Count(source);
        long least = targets.Min(target => target.Micros);
        sum.Add(count, least);
        if (targets.All(target => target.Micros == least)) return;
        LinearSum served = new LinearSum().Add(count, -1);
        foreach ((DomainGroup target, long micros) in targets)
        {
            CpVariable flow = model.Builder.NewVariable(count.Max);
            model.Builder.AddAtLeast(new LinearSum().Add(model.Used(target), count.Max).Add(flow, -1), 0);
            served.Add(flow, 1);
            sum.Add(flow, micros - least);
        }

        model.Builder.AddEqual(served, 0);
    }
}
