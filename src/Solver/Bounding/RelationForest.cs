namespace Fulcrum.Solver.Bounding;

/// <summary>Divides relations into a forest over the items, on which bounds are exact, and the rest, of which each first item pays the least alone.</summary>
internal sealed class RelationForest
{
    /// <summary>The forest of some relations.</summary>
    public RelationForest(int items, IEnumerable<RelationCosts> relations)
    {
        Neighbours = [.. Enumerable.Range(0, items).Select(static _ => new List<RelationCosts>())];
        Component = [.. Enumerable.Range(0, items)];
        foreach (RelationCosts relation in relations.Where(static relation => !relation.IsIdle))
        {
            if (Component[relation.From] == Component[relation.To])
            {
                Folded.Add(relation);
                continue;
            }

            int merged = Component[relation.To];
            for (int item = 0; item < items; item++)
            {
                if (Component[item] == merged) Component[item] = Component[relation.From];
            }

            Relations.Add(relation);
            Neighbours[relation.From].Add(relation);
            Neighbours[relation.To].Add(relation);
        }
    }

    /// <summary>Relations of the forest that an item takes part in.</summary>
    public IReadOnlyList<List<RelationCosts>> Neighbours { get; }

    /// <summary>Relations of the forest.</summary>
    public List<RelationCosts> Relations { get; } = [];

    /// <summary>Relations that would close a circle.</summary>
    public List<RelationCosts> Folded { get; } = [];

    /// <summary>Number of the tree, by item.</summary>
    public int[] Component { get; }
}
