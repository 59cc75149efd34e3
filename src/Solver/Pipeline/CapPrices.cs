using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Pipeline;

/// <summary>What the terms held cost in the relaxation: a term whose answers exceed its cap gets dearer, one that leaves room cheaper.</summary>
/// <param name="caps">The terms held.</param>
internal sealed class CapPrices(IReadOnlyList<KeyValuePair<ObjectiveTerm, long>> caps)
{
    private const long FirstPrice = 1000;
    private const long PriceMax = 1L << 20;
    private const int Factor = 8;
    private const double CloseParts = 1.15;

    private readonly long[] _prices = new long[caps.Count];
    private readonly long[] _tooLow = new long[caps.Count];
    private readonly long[] _tooHigh = [.. caps.Select(static _ => long.MaxValue)];

    /// <summary>The terms with their prices, at first 0.</summary>
    public IReadOnlyList<HeldTerm> Held => [.. caps.Select((cap, number) => new HeldTerm(cap.Key, cap.Value, _prices[number]))];

    /// <summary>Moves every price.</summary>
    /// <param name="excess">By how much answers exceed each cap.</param>
    /// <returns>Whether some price is another one now.</returns>
    public bool Move(IReadOnlyList<double> excess)
    {
        bool isMoved = false;
        for (int number = 0; number < _prices.Length; number++) isMoved |= Move(number, excess[number]);
        return isMoved;
    }

    private bool Move(int number, double excess)
    {
        long before = _prices[number];
        if (excess > 0) _tooLow[number] = Math.Max(_tooLow[number], before);
        else _tooHigh[number] = Math.Min(_tooHigh[number], before);
        long price = excess > 0 ? Raised(number, before) : Lowered(number, before);
        _prices[number] = price;
        return price != before && (before == 0 || price == 0 || Math.Max(price, before) > CloseParts * Math.Min(price, before));
    }

    private long Raised(int number, long price)
    {
        if (_tooHigh[number] != long.MaxValue) return Between(price, _tooHigh[number]);
        return price == 0 ? FirstPrice : Math.Min(PriceMax, price * Factor);
    }

    private long Lowered(int number, long price) => price == 0 ? 0 : Between(_tooLow[number], price);

    /// <summary>Half way, by factors.</summary>
    private static long Between(long low, long high) => low == 0 ? high / Factor : (long)Math.Sqrt((double)low * high);
}
