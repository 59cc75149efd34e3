using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Reading;

/// <summary>Judges what an order's single objects cannot tell: duplicate items, and relations between items.</summary>
public static class OrderStructure
{
    /// <summary>Records everything wrong with the references inside an order that is a document of its own.</summary>
    public static void Validate(OrderDocument order, FaultList faults) => Validate(order, NodePath.Root, faults);

    /// <summary>Records everything wrong with the references inside an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="path">Where the order stands in the document.</param>
    /// <param name="faults">Takes the faults.</param>
    public static void Validate(OrderDocument order, NodePath path, FaultList faults)
    {
        HashSet<string> items = order.Items.Select(static item => item.Id).ToHashSet(StringComparer.Ordinal);
        References.MustDiffer(order.Items.Select(static item => item.Id), "item", path.Member("items"), faults);
        for (int i = 0; i < order.Relations.Length; i++) ValidateRelation(order.Relations[i], items, path.Member("relations").Element(i), faults);
    }

    private static void ValidateRelation(RelationDocument relation, HashSet<string> items, NodePath path, FaultList faults)
    {
        References.MustExist(relation.From, items, "item", path.Member("from"), faults);
        References.MustExist(relation.To, items, "item", path.Member("to"), faults);
        if (relation.From.Length > 0 && relation.From == relation.To)
        {
            faults.Add(path.Member("to"), $"The relation leads from '{Excerpt.Of(relation.From)}' to itself; it needs two items.");
        }
    }
}
