namespace Fulcrum.Solver.Bounding;

/// <summary>Chooses for each item at most one relation that starts from it, its main one, so that items form trees in which main relations lead to the root.</summary>
internal sealed class RelationTree
{
    /// <summary>Chooses among relations, first come first.</summary>
    public RelationTree(int items, IEnumerable<RelationCosts> relations)
    {
        Main = new RelationCosts?[items];
        Children = [.. Enumerable.Range(0, items).Select(static _ => new List<int>())];
        foreach (RelationCosts relation in relations.Where(static relation => !relation.IsIdle))
        {
            if (Main[relation.From] is not null || RootOf(relation.To) == relation.From)
            {
                Others.Add(relation);
                continue;
            }

            Main[relation.From] = relation;
            Children[relation.To].Add(relation.From);
        }

        Order = [.. Enumerable.Range(0, items).OrderByDescending(Depth)];
    }

    /// <summary>The main relation, by item; null for roots.</summary>
    public RelationCosts?[] Main { get; }

    /// <summary>Items whose main relation leads to an item.</summary>
    public IReadOnlyList<List<int>> Children { get; }

    /// <summary>Relations that are nobody's main one.</summary>
    public List<RelationCosts> Others { get; } = [];

    /// <summary>The items, each before the one that its main relation leads to.</summary>
    public int[] Order { get; }

    private int RootOf(int item)
    {
        while (Main[item] is { } main) item = main.To;
        return item;
    }

    private int Depth(int item)
    {
        int depth = 0;
        for (; Main[item] is { } main; item = main.To) depth++;
        return depth;
    }
}
