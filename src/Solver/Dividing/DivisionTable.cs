using Fulcrum.Solver.Bounding;

namespace Fulcrum.Solver.Dividing;

/// <summary>Combines what numbers of replicas cost at each of some providers, provider by provider, for every number of providers used.</summary>
internal sealed class DivisionTable
{
    private readonly long[][] _costs;
    private readonly int _quantity;
    private readonly int _most;
    private readonly int _width;
    private readonly byte[][] _choices;
    private readonly int _used;

    /// <summary>Fills the table.</summary>
    /// <param name="costs">By provider, the cost of 0 … n replicas there; infinite where that is no choice.</param>
    /// <param name="quantity">Replicas, n; at most 255.</param>
    /// <param name="least">Providers used at least.</param>
    /// <param name="most">Providers used at most.</param>
    public DivisionTable(long[][] costs, int quantity, int least, int most)
    {
        (_costs, _quantity, _most, _width) = (costs, quantity, most, quantity + 1);
        _choices = new byte[costs.Length][];
        long[] best = new long[(most + 1) * _width];
        Array.Fill(best, Cost.Infinite);
        best[0] = 0;
        for (int provider = 0; provider < costs.Length; provider++) Join(best, provider);
        for (int used = least; used <= most; used++)
        {
            if (best[(used * _width) + quantity] < Least) (Least, _used) = (best[(used * _width) + quantity], used);
        }
    }

    /// <summary>The least cost, infinite when the replicas do not fit.</summary>
    public long Least { get; } = Cost.Infinite;

    /// <summary>Providers with replicas in the cheapest division.</summary>
    public IEnumerable<(int Provider, int Count)> Chosen()
    {
        int left = Least >= Cost.Infinite ? 0 : _quantity;
        int used = _used;
        for (int provider = _costs.Length - 1; provider >= 0 && left > 0; provider--)
        {
            int count = _choices[provider][(used * _width) + left];
            if (count == 0) continue;
            yield return (provider, count);
            left -= count;
            used--;
        }
    }

    private void Join(long[] best, int provider)
    {
        byte[] choices = _choices[provider] = new byte[best.Length];
        long[] costs = _costs[provider];
        for (int used = _most; used > 0; used--)
        {
            for (int total = _quantity; total > 0; total--)
            {
                ref long known = ref best[(used * _width) + total];
                for (int count = 1; count <= total; count++)
                {
                    long cost = Cost.Add(best[((used - 1) * _width) + total - count], costs[count]);
                    if (cost >= known) continue;
                    known = cost;
                    choices[(used * _width) + total] = (byte)count;
                }
            }
        }
    }
}
