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

    /// <summary>Demands of the conflict, by position; amounts apart from them.</summary>
    public (ConflictState State, IReadOnlyList<int> Amounts, bool IsProved)? Find()
    {
        if (Start() is not { } state) return null;
        state = Settle(state);
        int[] amounts = [.. AmountsOf(state).Where(amount => demands[amount].Changes(PoolsWithout(state, amount)).Smallest(change => Test(state, change.Apply)).Change is not null)];
        if (state.Kept.Count > 0 || amounts.Length > 0) return (state, amounts, _isProved);
        ConflictState together = Settle(state with { Kept = [.. AmountsOf(state)] });
        return (together with { Kept = [] }, together.Kept, _isProved);
    }

    /// <summary>Whether a part of the order has a plan, with a change on top.</summary>
    public Feasibility Test(ConflictState state, Func<Order, Order> change) => test.Test(change(Build(state)).Only(state.Items), ForcedIn(state.Items));

    /// <summary>The part of the order, with every item at its place; amounts stay unless the part lists some of them.</summary>
    public Order Build(ConflictState state)
    {
        bool hasAmounts = state.Kept.Any(demand => demands[demand].Kind == DemandKind.Amount);
        IEnumerable<int> dropped = Enumerable.Range(0, demands.Count)
            .Where(demand => (hasAmounts || demands[demand].Kind != DemandKind.Amount) && demands[demand].Concerns(state.Items)).Except(state.Kept);
        return dropped.Aggregate(order, (edited, demand) => demands[demand].Without(edited));
    }

    /// <summary>Pools that each item could use in a part of the order without one more demand.</summary>
    public IReadOnlyList<PoolSet> PoolsWithout(ConflictState state, int demand) => test.PoolsOf(demands[demand].Without(Build(state)));

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
        state = Reduce(state, state.Kept, static (part, demands) => part.Without(demands));
        bool canSpareItems = state.Items.Count > 1 && state.Kept.All(demand => demands[demand].Kind != DemandKind.Providers);
        if (canSpareItems)
        {
            state = Reduce(state, [.. state.Items.Where(item => item != forced?.Item)], static (part, items) => part.WithoutItems(items));
            state = state with { Kept = [.. state.Kept.Where(demand => demands[demand].Concerns(state.Items))] };
        }

        return Verify(state);
    }

    /// <summary>Drops chunks that can be spared; halves those that cannot.</summary>
    private ConflictState Reduce<T>(ConflictState state, IReadOnlyList<T> chunk, Func<ConflictState, IEnumerable<T>, ConflictState> without)
    {
        if (chunk.Count == 0) return state;
        ConflictState fewer = without(state, chunk);
        if (fewer.Items.Count > 0 && Probe(fewer) == Feasibility.Infeasible) return fewer;
        if (chunk.Count == 1) return state;
        int half = chunk.Count / 2;
        return Reduce(Reduce(state, [.. chunk.Take(half)], without), [.. chunk.Skip(half)], without);
    }

    /// <summary>Tests the whole without each member until every one is needed: dropping a demand can, rarely, make others harder to meet.</summary>
    private ConflictState Verify(ConflictState state)
    {
        _isProved = Probe(state) == Feasibility.Infeasible;
        foreach (int demand in state.Kept)
        {
            Feasibility answer = Probe(state.Without([demand]));
            if (answer == Feasibility.Infeasible) return Verify(state.Without([demand]));
            _isProved &= answer == Feasibility.Feasible;
        }

        return state;
    }

    private Feasibility Probe(ConflictState state)
    {
        string key = $"{string.Join(',', state.Kept)};{string.Join(',', state.Items)}";
        if (!_known.TryGetValue(key, out Feasibility answer)) _known[key] = answer = Test(state, static part => part);
        return answer;
    }

    private ForcedProvider? ForcedIn(IReadOnlyList<int> items) => forced is null ? null : forced with { Item = OrderEdits.PositionOf(items, forced.Item) };
}
