using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>One thing that an order asks for, small enough to be dropped or changed by itself.</summary>
/// <param name="Name">Path in the order's document, items by their id: <c>items[web].traits.required[service:vm]</c>.</param>
/// <param name="Text">The demand in words.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Items">Items that it concerns; empty concerns the whole order.</param>
/// <param name="Without">The order without it. Positions of items, rules and relations stay the same.</param>
internal sealed record Demand(string Name, string Text, DemandKind Kind, IReadOnlyList<int> Items, Func<Order, Order> Without)
{
    /// <summary>Smaller changes than dropping it, given the pools that each item could use without it.</summary>
    public Func<IReadOnlyList<PoolSet>, ChangeList> Changes { get; init; } = static _ => ChangeList.None;

    /// <summary>Whether it says something of an order of which some items are left out.</summary>
    public bool Concerns(IReadOnlyList<int> items) => Items.All(items.Contains);
}
