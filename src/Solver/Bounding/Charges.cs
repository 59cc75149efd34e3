namespace Fulcrum.Solver.Bounding;

/// <summary>How the extra cost of having a replica of an item somewhere is shared out over the items that want it.</summary>
/// <remarks>
/// Having replicas at several places costs at least the largest of the extra costs of each. So every relation may charge its part of the extra cost of the places it uses, on average
/// over its replicas, if the parts of all relations to an item add up to no more than 1. Parts that differed by place would charge the fee of a provider at two places twice.
/// </remarks>
internal sealed class Charges
{
    /// <summary>Parts add up to a little less than the whole, so that rounding in floating point never makes them more.</summary>
    private const double Whole = 1 - 1e-12;

    private readonly double[] _parts;
    private readonly double[] _kept;
    private readonly int[][] _chargers;

    /// <summary>Equal parts of the relations to each item.</summary>
    public Charges(RelationGraph graph)
    {
        _chargers = [.. graph.Edges.Select((edges, item) => edges.Where(edge => graph.Relations[edge].To == item && graph.IsCharged(edge)).ToArray())];
        _parts = [.. graph.Relations.Select((relation, number) => graph.IsCharged(number) ? Whole / _chargers[relation.To].Length : 0)];
        _kept = [.. _parts];
    }

    /// <summary>The part of a relation.</summary>
    public double PartOf(int relation) => _parts[relation];

    /// <summary>What a relation charges of an extra cost, rounded down.</summary>
    public long Of(int relation, long extra) => extra >= Cost.Infinite ? extra : (long)(_parts[relation] * extra);

    /// <summary>Moves parts towards the relations that want what is dear in a relaxed answer.</summary>
    /// <param name="wanted">By relation, the mean extra cost of what its replicas want.</param>
    /// <param name="length">Step, at most 1.</param>
    public void Step(double[] wanted, double length)
    {
        foreach (int[] chargers in _chargers)
        {
            double total = chargers.Sum(relation => wanted[relation]);
            if (chargers.Length < 2 || total <= 0) continue;
            double sum = 0;
            foreach (int relation in chargers)
            {
                _parts[relation] = Math.Max(0, _parts[relation] + (length * ((wanted[relation] / total) - (1.0 / chargers.Length))));
                sum += _parts[relation];
            }

            foreach (int relation in chargers) _parts[relation] *= Whole / sum;
        }
    }

    /// <summary>Takes over the parts of the same relations.</summary>
    public void Take(Charges other) => other._parts.CopyTo(_parts, 0);

    /// <summary>Keeps the present parts, to go back to.</summary>
    public void Remember() => _parts.CopyTo(_kept, 0);

    /// <summary>Goes back to the parts kept last.</summary>
    public void Recall() => _kept.CopyTo(_parts, 0);
}
