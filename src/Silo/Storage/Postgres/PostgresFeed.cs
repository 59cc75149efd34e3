using System.Numerics;
using Fulcrum.Grains.Journaling;
using Npgsql;
using NpgsqlTypes;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Reads the feed from both tables: an event has the same place in the archive as before.</summary>
/// <remarks>
/// A plan is made before the server knows the parameters, so the statement tells what matters: about how many rows are wanted, that a filter leaves a good part of them, which is
/// how a CASE is estimated, and whether there is one stream. Either table is then read along its index no further than the page reaches.
/// </remarks>
internal static class PostgresFeed
{
    private const string Columns = "transaction_id, sequence, stream, version, type, command_id, decided_at, payload";

    private const string Deleted = "SELECT transaction_id, sequence FROM feed_horizon WHERE (transaction_id, sequence) > ($1, $2)";
    private const string DeletedOfStream = "SELECT transaction_id, sequence FROM stream_cut WHERE (transaction_id, sequence) > ($1, $2) AND stream = $3";

    /// <summary>One statement, so that an event on its way into the archive is in one of the two.</summary>
    public static string PageSql(int limit, bool ofStream)
    {
        string part = $"""
            WHERE (transaction_id, sequence) > ($1, $2) AND transaction_id < {PostgresFeedClock.Horizon}
              AND CASE WHEN $3::text IS NULL THEN true ELSE tenant IN ($3, '') END AND CASE WHEN cardinality($4::text[]) = 0 THEN true ELSE type = ANY ($4) END{(ofStream ? " AND stream = $6" : "")}
            ORDER BY transaction_id, sequence LIMIT {BitOperations.RoundUpToPowerOf2((uint)limit)}
            """;
        return $"""
            SELECT {Columns} FROM (
                (SELECT {Columns} FROM event {part}) UNION ALL (SELECT {Columns} FROM event_archive {part})) AS e
            ORDER BY transaction_id, sequence LIMIT $5
            """;
    }

    /// <summary>Reads a page, then whether anything was deleted after its cursor: a deletion between the two is told, never missed.</summary>
    public static async Task<FeedPage> ReadAsync(NpgsqlConnection connection, FeedQuery query, CancellationToken cancellationToken)
    {
        (ulong transaction, long sequence) = PostgresFeedCursor.Parse(query.After);
        await using NpgsqlBatch batch = new(connection);
        NpgsqlBatchCommand page = Command(PageSql(query.Limit, query.Stream is not null), transaction, sequence);
        page.Parameters.Add(Text(query.Tenant));
        page.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. query.Types] });
        page.Parameters.Add(new NpgsqlParameter<long> { TypedValue = query.Limit });
        if (query.Stream is not null) page.Parameters.Add(Text(query.Stream));
        NpgsqlBatchCommand deleted = Command(query.Stream is null ? Deleted : DeletedOfStream, transaction, sequence);
        if (query.Stream is not null) deleted.Parameters.Add(Text(query.Stream));
        batch.BatchCommands.Add(page);
        batch.BatchCommands.Add(deleted);
        List<FeedEvent> events = [];
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) events.Add(new FeedEvent(Cursor(reader), reader.GetString(2), PostgresRows.Event(reader, 3)));
        await reader.NextResultAsync(cancellationToken);
        if (await reader.ReadAsync(cancellationToken)) throw new FeedCursorExpiredException(Cursor(reader));
        return new FeedPage(events, events.Count > 0 ? events[^1].Cursor : query.After);
    }

    private static NpgsqlBatchCommand Command(string sql, ulong transaction, long sequence) => new(sql)
    {
        Parameters =
        {
            new NpgsqlParameter<ulong> { NpgsqlDbType = NpgsqlDbType.Xid8, TypedValue = transaction },
            new NpgsqlParameter<long> { TypedValue = sequence },
        },
    };

    private static NpgsqlParameter Text(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };

    private static string Cursor(NpgsqlDataReader reader) => PostgresFeedCursor.Format(reader.GetFieldValue<ulong>(0), reader.GetInt64(1));
}
