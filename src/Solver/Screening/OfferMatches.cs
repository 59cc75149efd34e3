using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>Which offers of each list serve a demand; each list is looked at once, whatever number of pools has it.</summary>
internal sealed class OfferMatches : IDisposable
{
    private readonly OfferColumns _offers;
    private readonly bool[] _covering;
    private readonly bool _isPruned;
    private readonly Buffer<Match> _matches;
    private readonly Buffer<Serving> _serving;

    /// <summary>Matches of a demand.</summary>
    /// <param name="offers">The lists.</param>
    /// <param name="demand">The demand.</param>
    /// <param name="isPruned">Whether offers are left out that the cheapest one can stand in for: it costs no more and takes no more of any class.</param>
    public OfferMatches(OfferColumns offers, Demand demand, bool isPruned)
    {
        (_offers, _isPruned) = (offers, isPruned);
        _covering = demand.Covering();
        _matches = new Buffer<Match>(offers.Lists);
        _matches.Extend(offers.Lists);
        _matches.Span.Clear();
        _serving = new Buffer<Serving>(offers.Lists);
    }

    /// <summary>What a list has for a demand.</summary>
    /// <param name="Start">First of the offers that serve it, among all those found.</param>
    /// <param name="Count">Number of offers that serve it.</param>
    /// <param name="IsFound">Whether the list has been looked at.</param>
    /// <param name="IsCovered">Whether some offer covers the demand, be it outside the pools' unit limits.</param>
    /// <param name="IsClipped">Whether one is too dear to be computed.</param>
    public readonly record struct Match(int Start, int Count, bool IsFound, bool IsCovered, bool IsClipped);

    /// <summary>An offer that serves a demand.</summary>
    /// <param name="Offer">Position in the list.</param>
    /// <param name="Shape">Number of its shape.</param>
    /// <param name="PriceMicros">Price of a replica, micro-EUR per month.</param>
    public readonly record struct Serving(int Offer, int Shape, long PriceMicros);

    /// <summary>The match of a list.</summary>
    public Match Of(int list)
    {
        Match known = _matches[list];
        return known.IsFound ? known : Find(list);
    }

    /// <summary>The offers of a match.</summary>
    public ReadOnlySpan<Serving> Offers(Match match) => _serving.Span.Slice(match.Start, match.Count);

    /// <inheritdoc />
    public void Dispose()
    {
        _matches.Dispose();
        _serving.Dispose();
    }

    private Match Find(int list)
    {
        int start = _serving.Count;
        bool isCovered = false;
        bool isClipped = false;
        ReadOnlySpan<OfferColumns.Offered> offered = _offers.List(list);
        ReadOnlySpan<int> shapes = _offers.ShapesOf(list);
        for (int offer = 0; offer < shapes.Length; offer++)
        {
            if (!_covering[shapes[offer]]) continue;
            isCovered = true;
            if (!offered[offer].Fits) continue;
            if (offered[offer].PriceMicros == OfferColumns.TooDear) isClipped = true;
            else _serving.Add(new Serving(offer, offered[offer].Shape, offered[offer].PriceMicros));
        }

        if (_isPruned && _serving.Count > start + 1) Prune(start);
        Match match = new(start, _serving.Count - start, IsFound: true, isCovered, isClipped);
        _matches[list] = match;
        return match;
    }

    private void Prune(int start)
    {
        Span<Serving> serving = _serving.Span[start..];
        int best = 0;
        for (int i = 1; i < serving.Length; i++)
        {
            if (serving[i].PriceMicros < serving[best].PriceMicros) best = i;
        }

        OfferShape shape = _offers.Shapes[serving[best].Shape];
        int kept = 0;
        for (int i = 0; i < serving.Length; i++)
        {
            if (i == best || !shape.TakesNoMoreThan(_offers.Shapes[serving[i].Shape])) serving[kept++] = serving[i];
        }

        _serving.Truncate(start + kept);
    }
}
