namespace Fulcrum.Grains.Journaling;

/// <summary>Reads streams of which a part may have been archived. The ordinary reading is one statement; only one that shows a gap asks the archive.</summary>
/// <remarks>
/// Events only ever move from the stream into the archive. What was not in the stream when it was read is in the archive when that is read after it, wherever a move falls
/// between the two. Retention alone takes events away from both: then the head row tells the next reading what is left.
/// </remarks>
public static class ArchivedReading
{
    /// <summary>Times the stream and the archive are read for what one reading of the stream did not show.</summary>
    public const int TriesMax = 2;

    /// <summary>Reads the events of the archive after a version and before another.</summary>
    public delegate ValueTask<IReadOnlyList<StoredEvent>> ArchiveReader(long afterVersion, long beforeVersion);

    /// <summary>Whether a reading has every event that its head row names.</summary>
    public static bool IsWhole(StreamTail tail, long afterVersion) => tail.Events.Count >= tail.Version - Math.Max(afterVersion, tail.Cut);

    /// <summary>Reads what a reading lacks; the tail has a gap still when the events are nowhere.</summary>
    /// <param name="tail">The reading.</param>
    /// <param name="afterVersion">The version that it was made after.</param>
    /// <param name="archive">Reads the archive.</param>
    /// <param name="cut">Reads the version of the last event of the stream that retention has deleted; 0 for none.</param>
    /// <param name="again">Reads the stream again.</param>
    public static async ValueTask<StreamTail> CompleteAsync(StreamTail tail, long afterVersion, ArchiveReader archive, Func<ValueTask<long>> cut, Func<ValueTask<StreamTail>> again)
    {
        for (int tries = 1; !IsWhole(tail, afterVersion); tries++)
        {
            long before = tail.Events.Count > 0 ? tail.Events[0].Version : tail.Version + 1;
            StreamTail whole = tail with { Events = [.. await archive(afterVersion, before), .. tail.Events] };
            if (IsWhole(whole, afterVersion)) return whole;
            whole = whole with { Cut = await cut() };
            if (IsWhole(whole, afterVersion) || tries == TriesMax) return whole;
            tail = await again();
        }

        return tail;
    }
}
