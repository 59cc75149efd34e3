namespace Fulcrum.Solver.Bounding;

/// <summary>A relation, joined or cut, over the present sites of its two items.</summary>
internal sealed class Edge
{
    private readonly long[] _between;

    /// <summary>Reads the sites of both items.</summary>
    /// <param name="number">Number of the relation in the graph.</param>
    /// <param name="relation">The relation.</param>
    /// <param name="from">Sites of the first item.</param>
    /// <param name="to">Sites of the other item.</param>
    /// <param name="traffic">What traffic of a replica of the first item costs.</param>
    /// <param name="isCut">Whether the first item pays for what it wants of the other.</param>
    public Edge(int number, RelationCosts relation, SiteList from, SiteList to, ProviderCosts.TrafficCosts traffic, bool isCut)
    {
        (Number, Relation, From, To, Traffic, IsCut) = (number, relation, from, to, traffic, isCut);
        ToSiteOf = Matches(from.Sites, to.Sites);
        _between = new long[from.Places.Length * to.Places.Length];
        int next = 0;
        foreach (int source in from.Places)
        {
            foreach (int target in to.Places) _between[next++] = relation.Between(source, target);
        }
    }

    private Edge(Edge same, ProviderCosts.TrafficCosts traffic)
    {
        (Number, Relation, From, To, IsCut, Traffic) = (same.Number, same.Relation, same.From, same.To, same.IsCut, traffic);
        (ToSiteOf, _between) = (same.ToSiteOf, same._between);
    }

    /// <summary>Number of the relation in the graph.</summary>
    public int Number { get; }

    /// <summary>The relation.</summary>
    public RelationCosts Relation { get; }

    /// <summary>Sites of the first item.</summary>
    public SiteList From { get; }

    /// <summary>Sites of the other item.</summary>
    public SiteList To { get; }

    /// <summary>What traffic of a replica of the first item costs by provider.</summary>
    public ProviderCosts.TrafficCosts Traffic { get; }

    /// <summary>Position among the sites of the other item, by position among those of the first; −1 where the other has no way.</summary>
    public int[] ToSiteOf { get; }

    /// <summary>Cost between a place of the first item and one of the other.</summary>
    public long Between(int from, int to) => _between[(from * To.Places.Length) + to];

    /// <summary>Costs between a place of the first item and those of the other.</summary>
    public ReadOnlySpan<long> BetweenFrom(int from) => _between.AsSpan(from * To.Places.Length, To.Places.Length);

    /// <summary>Whether the first item pays for what it wants of the other.</summary>
    public bool IsCut { get; }

    /// <summary>The same relation where traffic costs something else.</summary>
    public Edge With(ProviderCosts.TrafficCosts traffic) => new(this, traffic);

    /// <summary>The other item of the relation.</summary>
    public int Other(int item) => Relation.From == item ? Relation.To : Relation.From;

    /// <summary>Both ascend.</summary>
    private static int[] Matches(int[] sites, int[] others)
    {
        int[] matches = new int[sites.Length];
        int other = 0;
        for (int site = 0; site < sites.Length; site++)
        {
            while (other < others.Length && others[other] < sites[site]) other++;
            matches[site] = other < others.Length && others[other] == sites[site] ? other : -1;
        }

        return matches;
    }
}
