namespace Fulcrum.Solver.Bounding;

/// <summary>The cheapest filling of an item.</summary>
/// <param name="least">Its cost, or infinite when the replicas do not fit.</param>
/// <param name="chosen">Blocks with replicas.</param>
/// <param name="extra">Given a site and the cost of a replica there, what a filling with such a replica costs more.</param>
internal sealed class Filled(long least, List<(int Block, int Replicas)> chosen, Func<int, long, long> extra)
{
    /// <summary>Its cost, or infinite when the replicas do not fit.</summary>
    public long Least { get; } = least;

    /// <summary>Blocks with replicas; a block may occur more than once.</summary>
    public List<(int Block, int Replicas)> Chosen { get; } = chosen;

    /// <summary>What a filling with a replica of a cost at a site costs more, at least.</summary>
    public long Extra(int site, long cost) => Least >= Cost.Infinite || cost >= Cost.Infinite ? Cost.Infinite : Math.Max(0, extra(site, cost));
}
