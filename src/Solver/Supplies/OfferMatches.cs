namespace Fulcrum.Solver.Supplies;

/// <summary>
/// Which offers of each list serve an amount. A list is looked at when it is first asked for, once, whatever number of pools has it and of orders asks for that amount. Shared by threads.
/// </summary>
/// <param name="offers">The lists.</param>
/// <param name="covering">Which shapes cover the amount, by number.</param>
/// <param name="isPruned">Whether offers are left out that the cheapest one can stand in for: it costs no more and takes no more of any class.</param>
internal sealed class OfferMatches(OfferColumns offers, bool[] covering, bool isPruned)
{
    private readonly Match?[] _matches = new Match?[offers.Lists];

    /// <summary>What a list has for the amount.</summary>
    /// <param name="Offers">The offers that serve it.</param>
    /// <param name="IsCovered">Whether some offer covers it, be it outside the pools' unit limits.</param>
    /// <param name="IsClipped">Whether one is too dear to be computed.</param>
    public sealed record Match(Serving[] Offers, bool IsCovered, bool IsClipped)
    {
        /// <summary>No offer covers the amount.</summary>
        public static Match None { get; } = new([], IsCovered: false, IsClipped: false);

        /// <summary>Whether the amount is sold at all.</summary>
        public bool IsServing { get; } = Offers.Length > 0 || IsClipped;
    }

    /// <summary>An offer that serves the amount.</summary>
    /// <param name="Offer">Position in the list.</param>
    /// <param name="Shape">Number of its shape.</param>
    /// <param name="PriceMicros">Price of a replica, micro-EUR per month.</param>
    public readonly record struct Serving(int Offer, int Shape, long PriceMicros);

    /// <summary>The match of a list.</summary>
    public Match Of(int list) => _matches[list] ?? (_matches[list] = Find(list));

    private Match Find(int list) => isPruned && offers.ByPrice.IsPlain(list) ? offers.ByPrice.Find(list, covering) : FindAny(list);

    private Match FindAny(int list)
    {
        bool isCovered = false;
        bool isClipped = false;
        List<Serving>? serving = null;
        ReadOnlySpan<OfferColumns.Offered> offered = offers.List(list);
        ReadOnlySpan<int> shapes = offers.ShapesOf(list);
        for (int offer = 0; offer < shapes.Length; offer++)
        {
            if (!covering[shapes[offer]]) continue;
            isCovered = true;
            if (!offered[offer].Fits) continue;
            if (offered[offer].PriceMicros == OfferColumns.TooDear) isClipped = true;
            else (serving ??= []).Add(new Serving(offer, offered[offer].Shape, offered[offer].PriceMicros));
        }

        if (!isCovered) return Match.None;
        return new Match(serving is null ? [] : isPruned ? Prune(serving) : [.. serving], isCovered, isClipped);
    }

    private Serving[] Prune(List<Serving> serving)
    {
        Serving best = serving[0];
        foreach (Serving other in serving)
        {
            if (other.PriceMicros < best.PriceMicros) best = other;
        }

        OfferShape shape = offers.Shapes[best.Shape];
        return [.. serving.Where(other => other.Offer == best.Offer || !shape.TakesNoMoreThan(offers.Shapes[other.Shape]))];
    }
}
