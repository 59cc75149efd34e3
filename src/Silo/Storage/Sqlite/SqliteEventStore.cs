using System.Text.Json;
using Fulcrum.Grains.Journaling;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Storage.Sqlite;

/// <summary>Event store in a SQLite file: one writer, any number of readers.</summary>
internal sealed class SqliteEventStore(SqliteDatabase database, StoreInstruments? instruments = null) : IEventStore, IStreamCatalog, IEventFeed, IAsyncDisposable
{
    private readonly AppendQueue _appends = new(MeasuredBatchWriter.Around(new SqliteBatchWriter(database), instruments), lanes: 1);

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellationToken) =>
        _appends.AppendAsync(request, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<StreamTail> ReadAsync(string stream, long afterVersion, CancellationToken cancellationToken)
    {
        StreamTail tail = await ReadStreamAsync(stream, afterVersion, cancellationToken);
        return ArchivedReading.IsWhole(tail, afterVersion)
            ? tail
            : await ArchivedReading.CompleteAsync(tail, afterVersion, (after, before) => ReadArchiveAsync(stream, after, before, cancellationToken), () => ReadCutAsync(stream, cancellationToken), () => ReadStreamAsync(stream, afterVersion, cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask<long> RaiseFenceAsync(string stream, CancellationToken cancellationToken) => ReadingAsync(connection =>
    {
        const string sql = """
            INSERT INTO stream_head (stream, kind, bucket, version, fence, tenant, owner, state) VALUES ($stream, '', $bucket, 0, 1, '', '', '')
            ON CONFLICT (stream) DO UPDATE SET fence = fence + 1 RETURNING fence
            """;
        using SqliteCommand command = SqliteRows.Command(connection, sql, ("$stream", stream), ("$bucket", StreamBucket.Of(stream)));
        return (long)command.ExecuteScalar()!;
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StreamHead>> FindHeadsAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken) => ReadingAsync(connection =>
    {
        const string sql = """
            SELECT stream, version, fence, kind, tenant, owner, state, next_due, summary, figures FROM stream_head
            WHERE stream IN (SELECT value FROM json_each($streams))
            """;
        using SqliteCommand command = SqliteRows.Command(connection, sql, ("$streams", JsonSerializer.Serialize(streams)));
        return (IReadOnlyList<StreamHead>)Heads(command);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<HeadPage> ReadHeadsAsync(HeadQuery query, CancellationToken cancellationToken) => ReadingAsync(connection =>
    {
        const string filter = "kind = $kind AND ($tenant IS NULL OR tenant = $tenant) AND ($owner IS NULL OR owner = $owner) AND ($state IS NULL OR state = $state) AND ($partition IS NULL OR bucket % $partitions = $partition)";
        string page = query.Descending ? "($after IS NULL OR stream < $after) ORDER BY stream DESC" : "($after IS NULL OR stream > $after) ORDER BY stream";
        string sql = $"SELECT stream, version, fence, kind, tenant, owner, state, next_due, summary, figures FROM stream_head WHERE {filter} AND {page} LIMIT $limit";
        using SqliteCommand command = SqliteRows.Command(connection, sql, [.. Filter(query), ("$after", query.After), ("$limit", query.Limit + 1)]);
        List<StreamHead> heads = Heads(command);
        bool more = heads.Count > query.Limit;
        if (more) heads.RemoveAt(heads.Count - 1);
        long? total = null;
        if (query.Count)
        {
            using SqliteCommand count = SqliteRows.Command(connection, $"SELECT count(*) FROM stream_head WHERE {filter}", Filter(query));
            total = (long)count.ExecuteScalar()!;
        }

        return new HeadPage(heads, more ? heads[^1].Stream : null, total);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StreamHead>> ReadDueAsync(DateTimeOffset until, int partition, int partitions, DuePosition? after, int limit, CancellationToken cancellationToken) => ReadingAsync(connection =>
    {
        const string sql = """
            SELECT stream, version, fence, kind, tenant, owner, state, next_due, NULL, NULL FROM stream_head
            WHERE next_due <= $until AND bucket % $partitions = $partition AND (next_due, stream) > ($due, $stream) ORDER BY next_due, stream LIMIT $limit
            """;
        using SqliteCommand command = SqliteRows.Command(connection, sql, ("$until", StoreTime.ToMicros(until)), ("$partition", partition), ("$partitions", partitions), ("$due", after is null ? 0 : StoreTime.ToMicros(after.NextDue)), ("$stream", after?.Stream ?? ""), ("$limit", limit));
        return (IReadOnlyList<StreamHead>)Heads(command);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<FeedPage> ReadFeedAsync(FeedQuery query, CancellationToken cancellationToken)
    {
        long after = SqliteFeed.Parse(query.After);
        return ReadingAsync(connection => SqliteFeed.Read(connection, query, after), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _appends.DisposeAsync();

    private ValueTask<StreamTail> ReadStreamAsync(string stream, long afterVersion, CancellationToken cancellationToken) => ReadingAsync(connection =>
    {
        const string sql = """
            SELECT h.version, h.fence, e.version, e.type, e.command_id, e.decided_at, e.payload
            FROM stream_head h LEFT JOIN event e ON e.stream = h.stream AND e.version > $after
            WHERE h.stream = $stream ORDER BY e.version
            """;
        using SqliteCommand command = SqliteRows.Command(connection, sql, ("$stream", stream), ("$after", afterVersion));
        using SqliteDataReader reader = command.ExecuteReader();
        (long version, long fence, List<StoredEvent> events) = (0, 0, []);
        while (reader.Read())
        {
            (version, fence) = (reader.GetInt64(0), reader.GetInt64(1));
            if (!reader.IsDBNull(2)) events.Add(SqliteRows.Event(reader, 2));
        }

        return new StreamTail(version, fence, events);
    }, cancellationToken);

    private ValueTask<long> ReadCutAsync(string stream, CancellationToken cancellationToken) => ReadingAsync(connection =>
    {
        using SqliteCommand command = SqliteRows.Command(connection, "SELECT version FROM stream_cut WHERE stream = $stream", ("$stream", stream));
        return command.ExecuteScalar() is long version ? version : 0;
    }, cancellationToken);

    private ValueTask<IReadOnlyList<StoredEvent>> ReadArchiveAsync(string stream, long after, long before, CancellationToken cancellationToken) => ReadingAsync(connection =>
    {
        const string sql = """
            SELECT version, type, command_id, decided_at, payload FROM event_archive
            WHERE stream = $stream AND version > $after AND version < $before ORDER BY version
            """;
        using SqliteCommand command = SqliteRows.Command(connection, sql, ("$stream", stream), ("$after", after), ("$before", before));
        using SqliteDataReader reader = command.ExecuteReader();
        List<StoredEvent> events = [];
        while (reader.Read()) events.Add(SqliteRows.Event(reader, 0));
        return (IReadOnlyList<StoredEvent>)events;
    }, cancellationToken);

    private async ValueTask<T> ReadingAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() =>
            {
                using SqliteConnection connection = database.Open();
                return read(connection);
            }, cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new EventStoreUnavailableException($"SQLite did not answer: {exception.Message}", exception);
        }
    }

    private static (string Name, object? Value)[] Filter(HeadQuery query) =>
    [
        ("$kind", query.Kind), ("$tenant", query.Tenant), ("$owner", query.Owner), ("$state", query.State),
        ("$partition", query.Partition), ("$partitions", query.Partitions),
    ];

    private static List<StreamHead> Heads(SqliteCommand command)
    {
        List<StreamHead> heads = [];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read()) heads.Add(Head(reader));
        return heads;
    }

    private static StreamHead Head(SqliteDataReader reader) => new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), new HeadFields
    {
        Kind = reader.GetString(3),
        Tenant = reader.GetString(4),
        Owner = reader.GetString(5),
        State = reader.GetString(6),
        NextDue = reader.IsDBNull(7) ? null : StoreTime.FromMicros(reader.GetInt64(7)),
        Summary = reader.IsDBNull(8) ? default(ReadOnlyMemory<byte>?) : (byte[])reader.GetValue(8),
        Figures = reader.IsDBNull(9) ? default(ReadOnlyMemory<byte>?) : (byte[])reader.GetValue(9),
    });
}
