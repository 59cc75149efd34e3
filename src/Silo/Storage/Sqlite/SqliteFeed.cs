using System.Globalization;
using Fulcrum.Grains.Journaling;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Storage.Sqlite;

/// <summary>Reads the feed from both tables: an event has the same place in the archive as before.</summary>
internal static class SqliteFeed
{
    private const string CursorPrefix = "s";

    /// <summary>The cursor just after an event.</summary>
    public static string Format(long sequence) => CursorPrefix + sequence.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="FormatException">It is none of this feed.</exception>
    public static long Parse(string? cursor)
    {
        if (cursor is null) return 0;
        return cursor.StartsWith(CursorPrefix, StringComparison.Ordinal)
            && long.TryParse(cursor.AsSpan(CursorPrefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long sequence)
            ? sequence
            : throw new FormatException($"'{cursor}' is not a cursor of this feed.");
    }

    /// <summary>Reads a page, then whether anything was deleted after its cursor: a deletion between the two is told, never missed.</summary>
    public static FeedPage Read(SqliteConnection connection, FeedQuery query, long after)
    {
        FeedPage page = Page(connection, query, after);
        string sql = query.Stream is null ? "SELECT sequence FROM feed_horizon WHERE sequence > $after" : "SELECT sequence FROM stream_cut WHERE stream = $stream AND sequence > $after";
        using SqliteCommand command = SqliteRows.Command(connection, sql, ("$after", after), ("$stream", query.Stream));
        return command.ExecuteScalar() is long horizon ? throw new FeedCursorExpiredException(Format(horizon)) : page;
    }

    private static FeedPage Page(SqliteConnection connection, FeedQuery query, long after)
    {
        string types = string.Join(',', query.Types.Select((_, i) => $"$type{i}"));
        string part = $"""
            WHERE sequence > $after AND ($tenant IS NULL OR tenant IN ($tenant, '')) AND ($stream IS NULL OR stream = $stream)
            {(query.Types.Count == 0 ? "" : $"AND type IN ({types})")} ORDER BY sequence LIMIT $limit
            """;
        const string columns = "sequence, stream, version, type, command_id, decided_at, payload";
        string sql = $"""
            SELECT {columns} FROM (SELECT {columns} FROM event {part})
            UNION ALL SELECT {columns} FROM (SELECT {columns} FROM event_archive {part})
            ORDER BY sequence LIMIT $limit
            """;
        using SqliteCommand command = SqliteRows.Command(connection, sql, ("$after", after), ("$tenant", query.Tenant), ("$stream", query.Stream), ("$limit", query.Limit));
        for (int i = 0; i < query.Types.Count; i++) command.Parameters.AddWithValue($"$type{i}", query.Types[i]);
        List<FeedEvent> events = [];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read()) events.Add(new FeedEvent(Format(reader.GetInt64(0)), reader.GetString(1), SqliteRows.Event(reader, 2)));
        return new FeedPage(events, events.Count > 0 ? events[^1].Cursor : query.After);
    }
}
