using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>Which offers of each list serve a demand; each list is looked at once, whatever number of pools has it.</summary>
/// <param name="offers">The lists.</param>
/// <param name="demand">The demand.</param>
/// <param name="isPruned">Whether offers are left out that the cheapest one can stand in for: it costs no more and takes no more of any class.</param>
internal sealed class OfferMatches(OfferColumns offers, Demand demand, bool isPruned)
{
    private readonly Match?[] _known = new Match?[offers.Lists];

    /// <summary>What a list has for a demand.</summary>
    /// <param name="Serving">Positions in the list.</param>
    /// <param name="IsCovered">Whether some offer covers the demand, be it outside the pools' unit limits.</param>
    /// <param name="IsClipped">Whether one is too dear to be computed.</param>
    public sealed record Match(int[] Serving, bool IsCovered, bool IsClipped);

    /// <summary>The match of a list.</summary>
    public Match Of(int list) => _known[list] ??= Find(list);

    private Match Find(int list)
    {
        List<int> serving = [];
        bool isCovered = false;
        bool isClipped = false;
        ReadOnlySpan<OfferColumns.Offered> offered = offers.List(list);
        for (int offer = 0; offer < offered.Length; offer++)
        {
            if (!demand.IsCoveredBy(offered[offer].Shape)) continue;
            isCovered = true;
            if (!offered[offer].Fits) continue;
            if (offered[offer].PriceMicros == OfferColumns.TooDear) isClipped = true;
            else serving.Add(offer);
        }

        if (isPruned && serving.Count > 1) Prune(offered, serving);
        return new Match([.. serving], isCovered, isClipped);
    }

    private void Prune(ReadOnlySpan<OfferColumns.Offered> offered, List<int> serving)
    {
        int best = serving[0];
        foreach (int offer in serving)
        {
            if (offered[offer].PriceMicros < offered[best].PriceMicros) best = offer;
        }

        OfferShape shape = offers.DistinctShapes[offered[best].Shape];
        int kept = 0;
        foreach (int offer in serving.ToArray())
        {
            if (offer == best || !shape.TakesNoMoreThan(offers.DistinctShapes[offered[offer].Shape])) serving[kept++] = offer;
        }

        serving.RemoveRange(kept, serving.Count - kept);
    }
}
