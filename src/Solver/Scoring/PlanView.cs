using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Scoring;

/// <summary>A plan as the rules and the score read it.</summary>
internal sealed class PlanView(CompiledProblem problem, IReadOnlyList<Placement> placements)
{
    private readonly ILookup<int, Placement> _byItem = placements.ToLookup(placement => placement.Candidate.Item);

    /// <summary>The problem planned for.</summary>
    public CompiledProblem Problem { get; } = problem;

    /// <summary>All placements.</summary>
    public IReadOnlyList<Placement> Placements { get; } = placements;

    /// <summary>Placements of one item.</summary>
    public IEnumerable<Placement> Of(int item) => _byItem[item];

    /// <summary>Replicas of an item per domain that it uses.</summary>
    public Dictionary<int, int> ReplicasBy(int item, DomainMap map) =>
        Of(item).GroupBy(placement => map.Of(placement.Candidate.Pool)).ToDictionary(group => group.Key, group => group.Sum(placement => placement.Replicas));

    /// <summary>Replicas of an item per domain of a kind that it uses.</summary>
    public Dictionary<int, int> ReplicasBy(int item, Domain kind) => ReplicasBy(item, Problem.Domains[kind]);

    /// <summary>Locations of the pools that an item uses.</summary>
    public IReadOnlyList<int> LocationsOf(int item) => [.. Of(item).Select(placement => Problem.LocationOf(placement.Candidate)).Distinct()];

    /// <summary>Sum of replica prices per provider used, micro-EUR per month.</summary>
    public Dictionary<int, BigInteger> ResourcesByProvider() => Placements.GroupBy(placement => Problem.ProviderOf(placement.Candidate)).ToDictionary(
        group => group.Key,
        group => group.Aggregate(BigInteger.Zero, (sum, placement) => sum + ((BigInteger)placement.Candidate.PriceMicros * placement.Replicas)));

    /// <summary>The plan for callers: merged and sorted.</summary>
    public Plan ToPlan() => new([.. Placements
        .Select(placement => new PlanLine(placement.Candidate.Item, placement.Candidate.Pool, placement.Candidate.Offer, placement.Replicas))
        .OrderBy(line => line.Item).ThenBy(line => line.Pool).ThenBy(line => line.Offer)]);
}
