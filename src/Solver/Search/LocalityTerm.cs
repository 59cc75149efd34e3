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
        int quantity = problem.Items[relation.Definition.From].Quantity;
        List<(DomainGroup Target, LinearSum Served)> targets = [.. problem.Items[relation.Definition.To].GroupsBy(locations).Select(target => (target, new LinearSum()))];
        foreach (DomainGroup source in problem.Items[relation.Definition.From].GroupsBy(locations))
        {
            int from = problem.LocationOf(source.Candidates[0]);
            AddSource(model, source, [.. targets.Select(target => (target.Served, relation.LocalityMicros(from, problem.LocationOf(target.Target.Candidates[0]))))], sum);
        }

        foreach ((DomainGroup target, LinearSum served) in targets)
        {
            model.Builder.AddAtMost(served.Add(model.Used(target), -quantity), 0);
        }
    }

    /// <summary>Divides the replicas at a location among the locations of the other item; the cheapest division is the nearest location for all.</summary>
    private static void AddSource(PlacementModel model, DomainGroup source, (LinearSum Served, long Micros)[] targets, LinearSum sum)
    {
        CpVariable count = model.Count(source);
        long least = targets.Min(target => target.Micros);
        sum.Add(count, least);
        if (targets.All(target => target.Micros == least)) return;
        LinearSum divided = new LinearSum().Add(count, -1);
        foreach ((LinearSum served, long micros) in targets)
        {
            CpVariable flow = model.Builder.NewVariable(count.Max);
            served.Add(flow, 1);
            divided.Add(flow, 1);
            sum.Add(flow, micros - least);
        }

        model.Builder.AddEqual(divided, 0);
    }
}
