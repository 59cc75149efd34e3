using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Compilation;

/// <summary>An item with the candidates that every rule on single pools has left.</summary>
internal sealed class CompiledItem(int index, OrderItem definition, IReadOnlyList<Candidate> candidates, ItemFunnel funnel, bool isClipped)
{
    private readonly Dictionary<DomainMap, IReadOnlyList<DomainGroup>> _groups = [];

    /// <summary>Index into the order's items.</summary>
    public int Index { get; } = index;

    /// <summary>The item as ordered.</summary>
    public OrderItem Definition { get; } = definition;

    /// <summary>Replicas to place.</summary>
    public int Quantity => Definition.Quantity;

    /// <summary>Candidates in the order that breaks ties.</summary>
    public IReadOnlyList<Candidate> Candidates { get; } = candidates;

    /// <summary>What each rule removed.</summary>
    public ItemFunnel Funnel { get; } = funnel;

    /// <summary>Whether candidates were left out because their price does not fit in 64 bits.</summary>
    public bool IsClipped { get; } = isClipped;

    /// <summary>Traffic to users that one replica causes, MiB per month.</summary>
    public long UserTrafficMiB { get; } = definition.Users.Sum(user => Traffic.MiBPerReplica(user.EgressGiBMonthly, definition.Quantity));

    /// <summary>The candidates by domain, in the order that breaks ties.</summary>
    public IReadOnlyList<DomainGroup> GroupsBy(DomainMap map)
    {
        if (!_groups.TryGetValue(map, out IReadOnlyList<DomainGroup>? groups))
        {
            groups = [.. Candidates.GroupBy(candidate => map.Of(candidate.Pool), (domain, members) => new DomainGroup(Index, domain, [.. members]))];
            _groups[map] = groups;
        }

        return groups;
    }
}
