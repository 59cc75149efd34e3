using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>Orders with something changed.</summary>
internal static class OrderEdits
{
    /// <summary>The order with one item changed.</summary>
    public static Order WithItem(this Order order, int index, Func<OrderItem, OrderItem> edit) =>
        order with { Items = [.. order.Items.Select((item, position) => position == index ? edit(item) : item)] };

    /// <summary>The order with the placement lists of one item changed.</summary>
    public static Order WithPlacement(this Order order, int index, Func<PlacementRule, PlacementRule> edit) =>
        order.WithItem(index, item => item with { Placement = edit(item.Placement) });

    /// <summary>The order with one relation changed.</summary>
    public static Order WithRelation(this Order order, int index, Func<Relation, Relation> edit) =>
        order with { Relations = [.. order.Relations.Select((relation, position) => position == index ? edit(relation) : relation)] };

    /// <summary>The order with its policy changed.</summary>
    public static Order WithPolicy(this Order order, Func<OrderPolicy, OrderPolicy> edit) => order with { Policy = edit(order.Policy) };

    /// <summary>The order with its sovereignty gate changed.</summary>
    public static Order WithGate(this Order order, Func<SovereigntyPolicy, SovereigntyPolicy> edit) =>
        order.WithPolicy(policy => policy.Sovereignty is { } gate ? policy with { Sovereignty = edit(gate) } : policy);

    /// <summary>The order with some of its items only, and the relations between those.</summary>
    public static Order Only(this Order order, IReadOnlyList<int> items) => items.Count == order.Items.Count ? order : order with
    {
        Items = [.. items.Select(index => order.Items[index])],
        Relations = [.. order.Relations
            .Where(relation => items.Contains(relation.From) && items.Contains(relation.To))
            .Select(relation => relation with { From = PositionOf(items, relation.From), To = PositionOf(items, relation.To) })],
    };

    /// <summary>Position of an item among some items.</summary>
    public static int PositionOf(IReadOnlyList<int> items, int item) => items.Index().First(entry => entry.Item == item).Index;
}
