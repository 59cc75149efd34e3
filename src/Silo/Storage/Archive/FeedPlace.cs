namespace Fulcrum.Silo.Storage.Archive;

/// <summary>A place in the feed, as both databases order it; SQLite has no transactions in it.</summary>
/// <param name="Transaction">Transaction id.</param>
/// <param name="Sequence">Sequence.</param>
internal readonly record struct FeedPlace(long Transaction, long Sequence) : IComparable<FeedPlace>
{
    /// <summary>The later of two places.</summary>
    public static FeedPlace Later(FeedPlace left, FeedPlace right) => left.CompareTo(right) > 0 ? left : right;

    /// <inheritdoc/>
    public int CompareTo(FeedPlace other) => (Transaction, Sequence).CompareTo((other.Transaction, other.Sequence));
}
