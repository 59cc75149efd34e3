namespace Fulcrum.Solver.Supplies;

/// <summary>
/// Remembers how the market serves the amounts that were asked for last: orders for the same amounts come again and again, and prices outlive claims. Shared by threads; bounded.
/// </summary>
/// <param name="pools">Number of pools.</param>
/// <param name="lists">Number of lists of offers.</param>
internal sealed class MatchMemory(int pools, int lists)
{
    /// <summary>Most amounts that are remembered.</summary>
    public const int AmountsMax = 256;

    /// <summary>Most pools and lists of offers, over all amounts.</summary>
    public const int EntriesMax = 1 << 21;

    private const int SetLength = 8;

    private readonly Entry?[] _entries = new Entry?[SetLength * Math.Clamp(EntriesMax / Math.Max(1, pools + lists) / SetLength, 1, AmountsMax / SetLength)];
    private uint _replaced;

    /// <summary>The matches of an amount. One that is not remembered takes the place of another.</summary>
    /// <param name="names">Names of the classes.</param>
    /// <param name="amounts">Amount per class.</param>
    /// <param name="isPruned">Whether offers are left out that the cheapest one of a pool can stand in for.</param>
    /// <param name="find">Finds them.</param>
    public AmountMatches Of(string[] names, long[] amounts, bool isPruned, Func<bool, AmountMatches> find)
    {
        HashCode hash = default;
        foreach (string name in names) hash.Add(name, StringComparer.Ordinal);
        foreach (long amount in amounts) hash.Add(amount);
        int sets = _entries.Length / SetLength;
        Span<Entry?> set = _entries.AsSpan((int)(unchecked((uint)hash.ToHashCode()) % sets) * SetLength, SetLength);
        foreach (Entry? entry in set)
        {
            if (entry is not null && entry.IsOf(names, amounts, isPruned)) return entry.Matches;
        }

        AmountMatches matches = find(isPruned);
        set[(int)(Interlocked.Increment(ref _replaced) % SetLength)] = new Entry(names, amounts, isPruned, matches);
        return matches;
    }

    private sealed record Entry(string[] Names, long[] Amounts, bool IsPruned, AmountMatches Matches)
    {
        public bool IsOf(string[] names, long[] amounts, bool isPruned) =>
            IsPruned == isPruned && Amounts.AsSpan().SequenceEqual(amounts) && Names.AsSpan().SequenceEqual(names);
    }
}
