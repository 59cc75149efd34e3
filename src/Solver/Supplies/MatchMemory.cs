namespace Fulcrum.Solver.Supplies;

/// <summary>Remembers which offers serve the amounts that were asked for last: orders for the same amounts come again and again, and offers stay. Shared by threads; bounded.</summary>
/// <param name="offers">The offers.</param>
internal sealed class MatchMemory(OfferColumns offers)
{
    /// <summary>Most amounts that are remembered.</summary>
    public const int AmountsMax = 64;

    /// <summary>Most lists of offers, over all amounts.</summary>
    public const int ListsMax = 1 << 19;

    private readonly Entry?[] _entries = new Entry?[Math.Clamp(ListsMax / Math.Max(1, offers.Lists), 1, AmountsMax)];

    /// <summary>The matches of an amount. One that is not remembered takes the place of another.</summary>
    /// <param name="names">Names of the classes.</param>
    /// <param name="amounts">Amount per class.</param>
    /// <param name="isPruned">Whether offers are left out that the cheapest one can stand in for.</param>
    /// <param name="covering">Tells which shapes cover the amount, by number.</param>
    public OfferMatches Of(string[] names, long[] amounts, bool isPruned, Func<bool[]> covering)
    {
        HashCode hash = default;
        foreach (string name in names) hash.Add(name, StringComparer.Ordinal);
        foreach (long amount in amounts) hash.Add(amount);
        ref Entry? place = ref _entries[unchecked((uint)hash.ToHashCode()) % _entries.Length];
        if (place is { } known && known.IsOf(names, amounts, isPruned)) return known.Matches;
        OfferMatches matches = new(offers, covering(), isPruned);
        place = new Entry(names, amounts, isPruned, matches);
        return matches;
    }

    private sealed record Entry(string[] Names, long[] Amounts, bool IsPruned, OfferMatches Matches)
    {
        public bool IsOf(string[] names, long[] amounts, bool isPruned) =>
            IsPruned == isPruned && Amounts.AsSpan().SequenceEqual(amounts) && Names.AsSpan().SequenceEqual(names);
    }
}
