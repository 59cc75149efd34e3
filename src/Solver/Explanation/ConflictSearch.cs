using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>Finds a small part of an infeasible order that is infeasible by itself, and shrinks it until nothing can be spared.</summary>
/// <remarks>Solver cores are not trusted: everything rests on feasibility tests, each of an order with some demands dropped.</remarks>
internal sealed class ConflictSearch(Order order, IReadOnlyList<Demand> demands, FeasibilityTest test, ForcedProvider? forced)
{
    private readonly Dictionary<string, Feasibility> _known = new(StringComparer.Ordinal);
    private readonly int[] _rules = [.. demands.Index().Where(static entry => entry.Item.Kind != DemandKind.Amount).Select(static entry => entry.Index)];
    private bool _isProved = true;

    /// <summary>The part of the order that is in conflict, and the demands that take part, by position.</summary>
    public (ConflictState State, IReadOnlyList<int> Members, bool IsProved)? Find()
    {
        if (Start() is not { } state) return null;
        state = Settle(state);
        int[] members =
        [
            .. SparableOf(state),
            .. state.Kept.Where(IsService).Where(service => Probe(state.Without([service])) == Feasibility.Feasible),
            .. AmountsOf(state).Where(amount => demands[amount].Changes(PoolsWithout(state, amount)).Smallest(change => Test(state, change.Apply)).Change is not null),
        ];
        if (members.Length > 0) return (state, members, _isProved);
        ConflictState together = Settle(state with { Kept = [.. state.Kept, .. AmountsOf(state)], DropsAmounts = true });
        return (together, SparableOf(together), _isProved);
    }

    /// <summary>Whether a part of the order has a plan, with a change on top.</summary>
    public Feasibility Test(ConflictState state, Func<Order, Order> change) => test.Test(change(Build(state)).Only(state.Items), ForcedIn(state.Items));

    /// <summary>The part of the order, with every item at its place.</summary>
    public Order Build(ConflictState state)
    {
        IEnumerable<int> dropped = Enumerable.Range(0, demands.Count)
            .Where(demand => (state.DropsAmounts || demands[demand].Kind != DemandKind.Amount) && demands[demand].Concerns(state.Items)).Except(state.Kept);
        return dropped.Aggregate(order, (edited, demand) => demands[demand].Without(edited));
    }

    /// <summary>Pools that each item could use in a part of the order without one more demand.</summary>
    public IReadOnlyList<PoolSet> PoolsWithout(ConflictState state, int demand) => test.PoolsOf(demands[demand].Without(Build(state)));

    /// <summary>Demands of a part that may be spared: a service stays as long as its item, as part of what is bought.</summary>
    private int[] SparableOf(ConflictState state) => [.. state.Kept.Where(demand => !IsService(demand))];

    private bool IsService(int demand) => demands[demand].Kind == DemandKind.Service;

    private IEnumerable<int> AmountsOf(ConflictState state) =>
        demands.Index().Where(entry => entry.Item.Kind == DemandKind.Amount && entry.Item.Concerns(state.Items)).Select(static entry => entry.Index);

    /// <summary>The smallest part that is cheap to recognise: one item, then two that are related, then all.</summary>
    private ConflictState? Start()
    {
        int[] all = [.. Enumerable.Range(0, order.Items.Count)];
        int[][] alone = forced is null ? [.. all.Select(static item => new[] { item })] : [[forced.Item]];
        IEnumerable<int[]> related = order.Relations.Select(static relation => new[] { relation.From, relation.To }.Order().ToArray())
            .Where(pair => forced is null || pair.Contains(forced.Item)).Distinct(EqualityComparer<int[]>.Create(static (one, two) => one!.SequenceEqual(two!), static pair => HashCode.Combine(pair[0], pair[1])));
        ConflictState[] small = [.. alone.Select(WithoutProviders)];
        if (Array.Find(small, state => test.IsRuledOut(Build(state).Only(state.Items), ForcedIn(state.Items))) is { } ruledOut) return ruledOut;
        IEnumerable<ConflictState> parts = [.. small, .. related.Select(WithoutProviders), WithoutProviders(all), new ConflictState(_rules, all)];
        return parts.FirstOrDefault(state => Probe(state) == Feasibility.Infeasible);
    }

    private ConflictState WithoutProviders(int[] items) =>
        new([.. _rules.Where(demand => demands[demand].Kind != DemandKind.Providers && demands[demand].Concerns(items))], items);

    private ConflictState Settle(ConflictState state)
    {
        state = Reduce(state, SparableOf(state), static (part, demands) => part.Without(demands));
        bool canSpareItems = state.Items.Count > 1 && state.Kept.All(demand => demands[demand].Kind != DemandKind.Providers);
        if (canSpareItems)
        {
            state = Reduce(state, [.. state.Items.Where(item => item != forced?.Item)], static (part, items) => part.WithoutItems(items));
            state = state with { Kept = [.. state.Kept.Where(demand => demands[demand].Concerns(state.Items))] };
        }

        return Verify(state);
    }

    /// <summary>Drops chunks that can be spared; halves those that cannot.</summary>
    private ConflictState Reduce<T>(ConflictState state, T[] chunk, Func<ConflictState, IEnumerable<T>, ConflictState> without)
    {
        if (chunk.Length == 0) return state;
        ConflictState fewer = without(state, chunk);
        if (fewer.Items.Count > 0 && Probe(fewer) == Feasibility.Infeasible) return fewer;
        if (chunk.Length == 1) return state;
        int half = chunk.Length / 2;
        return Reduce(Reduce(state, [.. chunk.Take(half)], without), [.. chunk.Skip(half)], without);
    }

    /// <summary>Tests the whole without each member until every one is needed: dropping a demand can, rarely, make others harder to meet.</summary>
    private ConflictState Verify(ConflictState state)
    {
        _isProved = Probe(state) == Feasibility.Infeasible;
        foreach (int demand in SparableOf(state))
        {
            Feasibility answer = Probe(state.Without([demand]));
            if (answer == Feasibility.Infeasible) return Verify(state.Without([demand]));
            _isProved &= answer == Feasibility.Feasible;
        }

        return state;
    }

    private Feasibility Probe(ConflictState state)
    {
        string key = $"{state.DropsAmounts};{string.Join(',', state.Kept)};{string.Join(',', state.Items)}";
        if (!_known.TryGetValue(key, out Feasibility answer)) _known[key] = answer = Test(state, static part => part);
        return answer;
    }

    private ForcedProvider? ForcedIn(IReadOnlyList<int> items) => forced is null ? null : forced with { Item = OrderEdits.PositionOf(items, forced.Item) };
}
