namespace Fulcrum.Solver.Bounding;

/// <summary>How the bounds treat each relation.</summary>
/// <remarks>
/// Relations to an item of one replica join items to groups, trees within which costs are told along relations exactly or from below. Other relations are cut: to an item of several
/// replicas, and those that would close a circle within a group. The first item of a cut relation pays for where it wants a replica of the other, which earns it, see
/// <see cref="NearnessPrices"/>, and is charged for it as far as groups do not charge each other in a circle, see <see cref="Charges"/>.
/// </remarks>
internal sealed class RelationGraph
{
    private readonly List<int>[] _chargedBy;
    private readonly List<bool> _isCut = [];
    private readonly List<bool> _isCharged = [];

    /// <summary>The graph of some relations.</summary>
    /// <param name="quantities">Replicas by item.</param>
    /// <param name="relations">The relations.</param>
    public RelationGraph(IReadOnlyList<int> quantities, IReadOnlyList<RelationCosts> relations)
    {
        Edges = [.. quantities.Select(static _ => new List<int>())];
        Group = [.. Enumerable.Range(0, quantities.Count)];
        _chargedBy = [.. quantities.Select(static _ => new List<int>())];
        RelationCosts[] known = [.. relations.Where(static relation => !relation.IsIdle)];
        List<RelationCosts> cut = [.. known.Where(relation => quantities[relation.To] > 1)];
        foreach (RelationCosts relation in known.Where(relation => quantities[relation.To] == 1))
        {
            if (!Join(relation)) cut.Add(relation);
        }

        foreach (RelationCosts relation in cut) Add(relation, isCut: true, isCharged: quantities[relation.To] > 1 && Charge(relation));
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

    /// <summary>Number of the group, by item: the number of one of its items.</summary>
    public int[] Group { get; }

    /// <summary>The item from which a group is seen, by number of the group.</summary>
    public int[] Roots { get; }

    /// <summary>By number of the group, whether its root is charged for, so that no other item can be the root.</summary>
    public bool[] IsFixed { get; }

    /// <summary>Whether a relation is cut, by its number.</summary>
    public bool IsCut(int relation) => _isCut[relation];

    /// <summary>Whether the first item of a cut relation is charged for what the other costs more where it wants it.</summary>
    public bool IsCharged(int relation) => _isCharged[relation];

    /// <summary>By number of the group, the groups that pay for where replicas of an item are, however indirectly: those whose items are charged for it, those whose items are charged for these, and so on.</summary>
    public bool[] PayersOf(int item)
    {
        bool[] isPayer = new bool[Group.Length];
        Mark(item);
        return isPayer;

        void Mark(int charged)
        {
            foreach (int number in Edges[charged])
            {
                if (Relations[number].To != charged || !IsCharged(number) || isPayer[Group[Relations[number].From]]) continue;
                isPayer[Group[Relations[number].From]] = true;
                Mark(Roots[Group[Relations[number].From]]);
            }
        }
    }

    private bool Join(RelationCosts relation)
    {
        int merged = Group[relation.To];
        if (Group[relation.From] == merged) return false;
        for (int item = 0; item < Group.Length; item++)
        {
            if (Group[item] == merged) Group[item] = Group[relation.From];
        }

        Add(relation, isCut: false, isCharged: false);
        return true;
    }

    private bool Charge(RelationCosts relation)
    {
        if (Charges(Group[relation.To], Group[relation.From])) return false;
        _chargedBy[Group[relation.From]].Add(Group[relation.To]);
        return true;
    }

    /// <summary>Whether a group is another or is charged by it, over any number of groups.</summary>
    private bool Charges(int group, int other) => group == other || _chargedBy[group].Exists(next => Charges(next, other));

    private void Add(RelationCosts relation, bool isCut, bool isCharged)
    {
        Edges[relation.From].Add(Relations.Count);
        Edges[relation.To].Add(Relations.Count);
        Relations.Add(relation);
        _isCut.Add(isCut);
        _isCharged.Add(isCharged);
    }

    private int ChargersOf(int item) => Edges[item].Count(number => Relations[number].To == item && IsCharged(number));
}
