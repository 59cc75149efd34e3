using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>Sends the pools of a market through the rules that judge single pools for one item, rule by rule over columns.</summary>
internal sealed class ItemScreening : IDisposable
{
    private readonly Buffer<int> _pools;

    private ItemScreening(OrderScreening order, int item)
    {
        (Order, Item, Definition) = (order, item, order.Problem.Order.Items[item]);
        _pools = new Buffer<int>(order.Supply.Pools.Count);
        _pools.Set(order.Supply.Domains[Domain.Pool]);
        Ways = new WayTable(order.Supply.Pools.Count);
    }

    /// <summary>What the items of the order share.</summary>
    public OrderScreening Order { get; }

    /// <summary>The pools as columns.</summary>
    public Supply Supply => Order.Supply;

    /// <summary>Index of the item.</summary>
    public int Item { get; }

    /// <summary>The item as ordered.</summary>
    public OrderItem Definition { get; }

    /// <summary>The pools left, ascending.</summary>
    public ReadOnlySpan<int> Pools => _pools.Span;

    /// <summary>In which ways the pools left serve a replica; the rule <c>candidate</c> finds them.</summary>
    public WayTable Ways { get; }

    /// <summary>Counts what the rule at work removes.</summary>
    public ReasonCounter Reasons { get; } = new();

    /// <summary>Whether a way was left out because its price does not fit in 64 bits, so that no plan with it could be stated.</summary>
    public bool IsClipped { get; set; }

    /// <summary>Screens the pools for one item.</summary>
    public static ScreenedItem Run(OrderScreening order, int item)
    {
        using ItemScreening screening = new(order, item);
        List<FunnelStep> steps = [];
        foreach (HardRule rule in RuleRegistry.Screens)
        {
            int before = screening.Pools.Length;
            rule.Screen(screening);
            steps.Add(screening.Reasons.Finish(rule.Name, before, screening.Pools.Length));
        }

        return new ScreenedItem(order, item, screening.Ways, new ItemFunnel(item, order.Supply.Pools.Count, steps), screening.IsClipped);
    }

    /// <summary>Keeps the pools whose number in a column passes.</summary>
    public void Keep(ReadOnlySpan<int> numberOfPool, Verdicts verdicts)
    {
        Span<int> pools = _pools.Span;
        verdicts.Judge(pools, numberOfPool);
        if (verdicts.Reasons.Count == 0) return;
        ReadOnlySpan<int> codes = verdicts.Codes;
        using Buffer<int> counts = new(verdicts.Reasons.Count + Verdicts.FirstReason);
        counts.Extend(verdicts.Reasons.Count + Verdicts.FirstReason);
        Span<int> byCode = counts.Span;
        byCode.Clear();
        int kept = 0;
        foreach (int pool in pools)
        {
            int code = codes[numberOfPool[pool]];
            byCode[code]++;
            pools[kept] = pool;
            kept += code == Verdicts.Passed ? 1 : 0;
        }

        _pools.Truncate(kept);
        for (int reason = 0; reason < verdicts.Reasons.Count; reason++)
        {
            int refused = byCode[Verdicts.FirstReason + reason];
            if (refused > 0) Reasons.Add(verdicts.Reasons[reason], refused);
        }
    }

    /// <summary>The pools left, to be moved to lower places before <see cref="Truncate"/>.</summary>
    public Span<int> Left => _pools.Span;

    /// <summary>Drops the pools from a place on.</summary>
    public void Truncate(int count) => _pools.Truncate(count);

    /// <summary>Keeps pools one by one.</summary>
    /// <param name="keep">Given a pool, whether it stays.</param>
    public void Keep(Func<int, bool> keep)
    {
        Span<int> pools = _pools.Span;
        int kept = 0;
        foreach (int pool in pools)
        {
            if (keep(pool)) pools[kept++] = pool;
        }

        _pools.Truncate(kept);
    }

    /// <inheritdoc />
    public void Dispose() => _pools.Dispose();
}
