using Fulcrum.Solver.Model;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Compilation;

/// <summary>A problem with its candidates and exact integer figures. Immutable but for caches; used by one thread.</summary>
internal sealed class CompiledProblem
{
    /// <summary>The problem as given.</summary>
    public required PlacementProblem Source { get; init; }

    /// <summary>Seed that breaks ties.</summary>
    public required long Seed { get; init; }

    /// <summary>Items, in the order of the order.</summary>
    public required IReadOnlyList<CompiledItem> Items { get; init; }

    /// <summary>Every candidate of every item, by <see cref="Candidate.Index"/>.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>Relations, in the order of the order.</summary>
    public required IReadOnlyList<CompiledRelation> Relations { get; init; }

    /// <summary>What each provider charges for egress.</summary>
    public required EgressCharges Egress { get; init; }

    /// <summary>The pools as columns.</summary>
    public required Supply Supply { get; init; }

    /// <summary>Domains of the pools.</summary>
    public required DomainMaps Domains { get; init; }

    /// <summary>What the order demands as a whole.</summary>
    public OrderPolicy Policy => Source.Order.Policy;

    /// <summary>Replicas of all items together.</summary>
    public long Replicas => Source.Order.Items.Sum(item => (long)item.Quantity);

    /// <summary>Provider of a candidate's pool.</summary>
    public int ProviderOf(Candidate candidate) => Source.Pools[candidate.Pool].Provider;

    /// <summary>Location of a candidate's pool.</summary>
    public int LocationOf(Candidate candidate) => Source.Pools[candidate.Pool].Location;
}
