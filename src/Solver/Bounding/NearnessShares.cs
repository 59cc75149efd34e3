namespace Fulcrum.Solver.Bounding;

/// <summary>How the extra cost of having a replica of an item at a location is shared out over the relations that want it there.</summary>
/// <remarks>
/// An item of several replicas can put each of them near another of the items that start from it. Having replicas at some locations costs at least the sum of what each
/// location costs extra, so that shares that add up to the whole at every location give a bound.
/// </remarks>
internal sealed class NearnessShares
{
    /// <summary>Shares add up to a little less than the whole, so that rounding in floating point never makes them more.</summary>
    private const double Whole = 1 - 1e-12;

    private readonly Dictionary<RelationCosts, double[]> _shares = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<RelationCosts, double[]> _kept = new(ReferenceEqualityComparer.Instance);
    private readonly RelationCosts[][] _sharers;

    /// <summary>Equal shares of the relations that end at each item.</summary>
    /// <param name="forest">Relations.</param>
    /// <param name="locations">Number of locations.</param>
    public NearnessShares(RelationForest forest, int locations)
    {
        _sharers = [.. forest.Neighbours.Select((relations, item) => relations.Where(relation => relation.To == item).ToArray())];
        foreach (RelationCosts[] sharers in _sharers)
        {
            foreach (RelationCosts relation in sharers)
            {
                double[] shares = new double[locations];
                Array.Fill(shares, Whole / sharers.Length);
                _shares[relation] = shares;
                _kept[relation] = (double[])shares.Clone();
            }
        }
    }

    /// <summary>A relation's part of the extra cost at a location, rounded down.</summary>
    public long Of(RelationCosts relation, int location, long extra) => extra >= Cost.Infinite ? extra : (long)(_shares[relation][location] * extra);

    /// <summary>Moves shares towards the relations that use a location in a relaxed answer.</summary>
    /// <param name="used">By relation and location, the part of the first item's replicas that want it.</param>
    /// <param name="length">Step, at most 1.</param>
    public void Step(IReadOnlyDictionary<RelationCosts, double[]> used, double length)
    {
        foreach (RelationCosts[] sharers in _sharers)
        {
            if (sharers.Length < 2 || !used.ContainsKey(sharers[0])) continue;
            for (int location = 0; location < used[sharers[0]].Length; location++) Step(sharers, used, location, length);
        }
    }

    /// <summary>Keeps the present shares, to go back to.</summary>
    public void Remember()
    {
        foreach ((RelationCosts relation, double[] shares) in _shares) shares.CopyTo(_kept[relation], 0);
    }

    /// <summary>Goes back to the shares kept last.</summary>
    public void Recall()
    {
        foreach ((RelationCosts relation, double[] shares) in _kept) shares.CopyTo(_shares[relation], 0);
    }

    private void Step(RelationCosts[] sharers, IReadOnlyDictionary<RelationCosts, double[]> used, int location, double length)
    {
        double mean = sharers.Average(relation => used[relation][location]);
        if (mean <= 0) return;
        double sum = 0;
        foreach (RelationCosts relation in sharers)
        {
            double share = Math.Max(0, _shares[relation][location] + (length * (used[relation][location] - mean)));
            _shares[relation][location] = share;
            sum += share;
        }

        foreach (RelationCosts relation in sharers) _shares[relation][location] = Whole * (sum <= 0 ? 1.0 / sharers.Length : _shares[relation][location] / sum);
    }
}
