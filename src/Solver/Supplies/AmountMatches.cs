namespace Fulcrum.Solver.Supplies;

/// <summary>How a market serves an amount: with which offers of each list, and at what price by the book of each pool. What is free plays no part.</summary>
/// <param name="offers">The offers.</param>
/// <param name="bookPrices">What a replica costs by the price book, by pool, micro-EUR per month or one of the codes here; null where no pool sells the amount so.</param>
internal sealed class AmountMatches(OfferMatches offers, long[]? bookPrices)
{
    /// <summary>Stands for a pool whose price book lacks a class of the amount.</summary>
    public const long Unpriced = -1;

    /// <summary>Stands for a pool that names a price and whose inventory does not admit the amount.</summary>
    public const long Refused = -2;

    /// <summary>Stands for a price that does not fit in 64 bits.</summary>
    public const long TooDear = -3;

    /// <summary>Whether there are pools, and every one sells the amount by its price book.</summary>
    public bool IsSoldEverywhere { get; } = bookPrices is { Length: > 0 } && Array.TrueForAll(bookPrices, static price => price >= 0);

    /// <summary>The offers.</summary>
    public OfferMatches Offers => offers;

    /// <summary>Prices by the book.</summary>
    public long[]? BookPrices => bookPrices;
}
