namespace Fulcrum.Solver.Bounding;

/// <summary>
/// What a replica of the first item of a cut relation pays for the replica of the other item that it is nearest to, site by site; and what the other item earns
/// there.
/// </summary>
/// <remarks>
/// The first item pays wherever it wants, the other item decides where it is paid: it earns the price of every replica of the first item at each of its sites, once. In a plan every
/// replica of the first item is nearest to a site that the other item uses, so it never pays more than is earned there: whatever the prices, the sum is a bound. What the other item
/// costs beyond that may still be charged for, see <see cref="Charges"/>.
/// </remarks>
internal sealed class NearnessPrices
{
    /// <summary>Prices stay so far below what sums can hold.</summary>
    private const long PriceMax = Cost.Largest >> 10;

    private readonly RelationGraph _graph;
    private readonly IReadOnlyList<int> _quantities;
    private readonly long[]?[] _prices;
    private readonly long[]?[] _kept;
    private readonly int[][] _earnedFrom;

    /// <summary>No prices yet.</summary>
    /// <param name="graph">The relations.</param>
    /// <param name="quantities">Replicas by item.</param>
    /// <param name="sites">Number of sites of the supply.</param>
    public NearnessPrices(RelationGraph graph, IReadOnlyList<int> quantities, int sites)
    {
        (_graph, _quantities) = (graph, quantities);
        _prices = [.. graph.Relations.Select((_, number) => graph.IsCut(number) ? new long[sites] : null)];
        _kept = [.. _prices.Select(static prices => (long[]?)prices?.Clone())];
        _earnedFrom = [.. quantities.Select((_, item) => Enumerable.Range(0, _prices.Length).Where(relation => _prices[relation] is not null && graph.Relations[relation].To == item).ToArray())];
    }

    /// <summary>Relations that an item earns from.</summary>
    public IReadOnlyList<int> EarnedFrom(int item) => _earnedFrom[item];

    /// <summary>What a replica of the first item pays, by number of the site in the supply.</summary>
    public ReadOnlySpan<long> Of(int relation) => _prices[relation];

    /// <summary>What the other item earns from a relation when it is at a site.</summary>
    public long Earned(int relation, int site) => _prices[relation]![site] * _quantities[_graph.Relations[relation].From];

    /// <summary>Sets what the other item earns from a relation at a site.</summary>
    public void Set(int relation, int site, long earned) => _prices[relation]![site] = Math.Clamp(earned / _quantities[_graph.Relations[relation].From], 0, PriceMax);

    /// <summary>Changes what the other item earns from a relation at a site.</summary>
    public void Move(int relation, int site, double change) => Set(relation, site, (long)Math.Clamp(Earned(relation, site) + change, 0, Cost.Largest));

    /// <summary>Takes over the prices of the same relations.</summary>
    public void Take(NearnessPrices other)
    {
        for (int relation = 0; relation < _prices.Length; relation++) other._prices[relation]?.CopyTo(_prices[relation]!, 0);
    }

    /// <summary>Keeps the present prices, to go back to.</summary>
    public void Remember()
    {
        for (int relation = 0; relation < _prices.Length; relation++) _prices[relation]?.CopyTo(_kept[relation]!, 0);
    }

    /// <summary>Goes back to the prices kept last.</summary>
    public void Recall()
    {
        for (int relation = 0; relation < _prices.Length; relation++) _kept[relation]?.CopyTo(_prices[relation]!, 0);
    }
}
