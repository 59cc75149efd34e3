namespace Fulcrum.Solver.Bounding;

/// <summary>How the bounds treat each relation.</summary>
/// <remarks>
/// Relations to an item of one replica join items to groups, trees within which costs are told along relations exactly or from below. A relation to an item of several replicas is
/// cut: its first item pays for where it wants a replica, as far as its own group's costs allow it to be charged, see <see cref="Charges"/>. A relation that would close a circle is
/// folded: its first item pays the least alone.
/// </remarks>
internal sealed class RelationGraph
{
    private readonly List<int>[] _paysTo;
    private readonly IReadOnlyList<int> _quantities;

    /// <summary>The graph of some relations.</summary>
    /// <param name="quantities">Replicas by item.</param>
    /// <param name="relations">The relations.</param>
    public RelationGraph(IReadOnlyList<int> quantities, IReadOnlyList<RelationCosts> relations)
    {
        _quantities = quantities;
        Edges = [.. quantities.Select(static _ => new List<int>())];
        Group = [.. Enumerable.Range(0, quantities.Count)];
        _paysTo = [.. quantities.Select(static _ => new List<int>())];
        foreach (RelationCosts relation in relations.Where(relation => !relation.IsIdle && !IsCut(relation))) Join(relation);
        foreach (RelationCosts relation in relations.Where(relation => !relation.IsIdle && IsCut(relation))) Cut(relation);
        Roots = [.. Enumerable.Range(0, quantities.Count)];
        IsFixed = new bool[quantities.Count];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, quantities.Count).GroupBy(item => Group[item]))
        {
            Roots[group.Key] = group.MaxBy(ChargersOf);
            IsFixed[group.Key] = ChargersOf(Roots[group.Key]) > 0;
        }
    }

    /// <summary>Relations that bounds know of, joined or cut.</summary>
    public List<RelationCosts> Relations { get; } = [];

    /// <summary>Numbers of the relations that an item takes part in.</summary>
    public IReadOnlyList<List<int>> Edges { get; }

    /// <summary>Relations that would close a circle.</summary>
    public List<RelationCosts> Folded { get; } = [];

    /// <summary>Number of the group, by item: the number of one of its items.</summary>
    public int[] Group { get; }

    /// <summary>The item from which a group is seen, by number of the group.</summary>
    public int[] Roots { get; }

    /// <summary>By number of the group, whether its root is charged for, so that no other item can be the root.</summary>
    public bool[] IsFixed { get; }

    /// <summary>Whether a relation is cut.</summary>
    public bool IsCut(RelationCosts relation) => _quantities[relation.To] > 1;

    private void Join(RelationCosts relation)
    {
        int merged = Group[relation.To];
        if (Group[relation.From] == merged)
        {
            Folded.Add(relation);
            return;
        }

        for (int item = 0; item < Group.Length; item++)
        {
            if (Group[item] == merged) Group[item] = Group[relation.From];
        }

        Add(relation);
    }

    private void Cut(RelationCosts relation)
    {
        if (Pays(Group[relation.To], Group[relation.From]))
        {
            Folded.Add(relation);
            return;
        }

        _paysTo[Group[relation.From]].Add(Group[relation.To]);
        Add(relation);
    }

    /// <summary>Whether a group is another or pays to it, over any number of groups.</summary>
    private bool Pays(int group, int other) => group == other || _paysTo[group].Exists(next => Pays(next, other));

    private void Add(RelationCosts relation)
    {
        Edges[relation.From].Add(Relations.Count);
        Edges[relation.To].Add(Relations.Count);
        Relations.Add(relation);
    }

    private int ChargersOf(int item) => Edges[item].Count(number => Relations[number].To == item && Group[Relations[number].From] != Group[item]);
}
