using System.Numerics;

namespace Fulcrum.Solver.Supplies;

/// <summary>
/// Lists of offers, cheapest first. Of a list the cheapest offer that covers an amount stands in for all others but those that take less of some class; which these are depends on that
/// offer alone.
/// </summary>
internal sealed class PricedLists
{
    /// <summary>Longer lists are looked through offer by offer.</summary>
    public const int LengthMax = 64;

    private readonly OfferColumns _offers;
    private readonly int[] _order;
    private readonly int[] _shapes;
    private readonly ulong[] _besides;
    private readonly bool[] _isPlain;

    /// <summary>Puts the offers of every list in order.</summary>
    /// <param name="offers">The lists.</param>
    /// <param name="count">Offers of all of them.</param>
    public PricedLists(OfferColumns offers, int count)
    {
        (_offers, _order, _shapes, _besides, _isPlain) = (offers, new int[count], new int[count], new ulong[count], new bool[offers.Lists]);
        for (int list = 0; list < offers.Lists; list++)
        {
            OfferColumns.Offered[] own = offers.List(list).ToArray();
            _isPlain[list] = own.Length <= LengthMax && Array.TrueForAll(own, static offer => offer.Fits && offer.PriceMicros != OfferColumns.TooDear);
            if (!_isPlain[list]) continue;
            int start = offers.StartOf(list);
            int[] order = [.. Enumerable.Range(0, own.Length).OrderBy(offer => own[offer].PriceMicros)];
            for (int place = 0; place < order.Length; place++)
            {
                _order[start + place] = order[place];
                _shapes[start + place] = own[order[place]].Shape;
                _besides[start + place] = Besides(own, order[place]);
            }
        }
    }

    /// <summary>Bytes that the columns take.</summary>
    public long Bytes => ((long)_order.Length * (sizeof(int) + sizeof(int) + sizeof(ulong))) + _isPlain.Length;

    /// <summary>Whether every offer of a list is within the unit limits of its pools and has a price that can be computed.</summary>
    public bool IsPlain(int list) => _isPlain[list];

    /// <summary>What a plain list has for an amount, less the offers that the cheapest can stand in for.</summary>
    /// <param name="list">The list.</param>
    /// <param name="covering">Which shapes cover the amount, by number.</param>
    public OfferMatches.Match Find(int list, bool[] covering)
    {
        int start = _offers.StartOf(list);
        int end = _offers.StartOf(list + 1);
        int best = start;
        while (best < end && !covering[_shapes[best]]) best++;
        if (best == end) return OfferMatches.Match.None;
        ReadOnlySpan<OfferColumns.Offered> own = _offers.List(list);
        Span<OfferMatches.Serving> serving = stackalloc OfferMatches.Serving[LengthMax];
        int count = 0;
        for (ulong left = _besides[best] | (1UL << _order[best]); left != 0; left &= left - 1)
        {
            int offer = BitOperations.TrailingZeroCount(left);
            if (covering[own[offer].Shape]) serving[count++] = new OfferMatches.Serving(offer, own[offer].Shape, own[offer].PriceMicros);
        }

        return new OfferMatches.Match(serving[..count].ToArray(), IsCovered: true, IsClipped: false);
    }

    /// <summary>The offers of a list that take less of some class than one of them, a bit each.</summary>
    private ulong Besides(OfferColumns.Offered[] own, int best)
    {
        OfferShape shape = _offers.Shapes[own[best].Shape];
        ulong besides = 0;
        for (int offer = 0; offer < own.Length; offer++)
        {
            if (!shape.TakesNoMoreThan(_offers.Shapes[own[offer].Shape])) besides |= 1UL << offer;
        }

        return besides;
    }
}
