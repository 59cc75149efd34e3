using Fulcrum.Grains.Journaling;
using Npgsql;
using NpgsqlTypes;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Event store on PostgreSQL.</summary>
/// <param name="dataSource">Connections for what is done one by one.</param>
/// <param name="batches">Connections for batches.</param>
/// <param name="instruments">What batches are measured with.</param>
internal sealed class PostgresEventStore(NpgsqlDataSource dataSource, NpgsqlDataSource batches, StoreInstruments? instruments = null) : IEventStore, IStreamCatalog, IEventFeed, IAsyncDisposable
{
    /// <summary>Connections for batches: a batch of appends and one of readings on each lane.</summary>
    public const int BatchConnections = 2 * StatementsUnderWay;

    private const int StatementsUnderWay = 2;

    private readonly AppendQueue _appends = new(MeasuredBatchWriter.Around(new PostgresBatchWriter(batches), instruments), StatementsUnderWay);
    private readonly ReadQueue _reads = new(new PostgresBatchReader(batches), StatementsUnderWay);

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellationToken) =>
        _appends.AppendAsync(request, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<StreamTail> ReadAsync(string stream, long afterVersion, CancellationToken cancellationToken)
    {
        StreamRead read = new(stream, afterVersion);
        StreamTail tail = await _reads.ReadAsync(read, cancellationToken);
        return ArchivedReading.IsWhole(tail, afterVersion)
            ? tail
            : await ArchivedReading.CompleteAsync(tail, afterVersion, (after, before) => ReadArchiveAsync(stream, after, before, cancellationToken), () => ReadCutAsync(stream, cancellationToken), () => _reads.ReadAsync(read, cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<long> RaiseFenceAsync(string stream, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO stream_head AS h (stream, kind, bucket, version, fence, tenant, owner, state) VALUES ($1, '', $2, 0, 1, '', '', '')
            ON CONFLICT (stream) DO UPDATE SET fence = h.fence + 1 RETURNING fence
            """;
        await using NpgsqlConnection connection = await PostgresFaults.OpenAsync(dataSource, cancellationToken);
        try
        {
            await using NpgsqlCommand command = Command(connection, sql, stream, (short)StreamBucket.Of(stream));
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        catch (NpgsqlException exception)
        {
            throw new AppendOutcomeUnknownException($"The fence of '{stream}' may or may not have been raised.", exception);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StreamHead>> FindHeadsAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken) => ReadingAsync(async connection =>
    {
        const string sql = "SELECT stream, version, fence, kind, tenant, owner, state, next_due, summary, figures FROM stream_head WHERE stream = ANY ($1)";
        await using NpgsqlCommand command = Command(connection, sql, (object)streams.ToArray());
        return (IReadOnlyList<StreamHead>)await HeadsAsync(command, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<HeadPage> ReadHeadsAsync(HeadQuery query, CancellationToken cancellationToken) => ReadingAsync(async connection =>
    {
        string filter = "kind = $1 AND ($2::text IS NULL OR tenant = $2) AND ($3::text IS NULL OR owner = $3) AND ($4::text IS NULL OR state = $4) AND ($5::int IS NULL OR bucket % $6 = $5)";
        string page = query.Descending ? "($7::text IS NULL OR stream < $7) ORDER BY stream DESC" : "($7::text IS NULL OR stream > $7) ORDER BY stream";
        string sql = $"SELECT stream, version, fence, kind, tenant, owner, state, next_due, summary, figures FROM stream_head WHERE {filter} AND {page} LIMIT $8";
        await using NpgsqlCommand command = Command(connection, sql, query.Kind, query.Tenant, query.Owner, query.State, Partition(query), query.Partitions, query.After, (long)query.Limit + 1);
        List<StreamHead> heads = await HeadsAsync(command, cancellationToken);
        bool more = heads.Count > query.Limit;
        if (more) heads.RemoveAt(heads.Count - 1);
        long? total = null;
        if (query.Count)
        {
            await using NpgsqlCommand count = Command(connection, $"SELECT count(*) FROM stream_head WHERE {filter}", query.Kind, query.Tenant, query.Owner, query.State, Partition(query), query.Partitions);
            total = (long)(await count.ExecuteScalarAsync(cancellationToken))!;
        }

        return new HeadPage(heads, more ? heads[^1].Stream : null, total);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StreamHead>> ReadDueAsync(DateTimeOffset until, int partition, int partitions, DuePosition? after, int limit, CancellationToken cancellationToken) => ReadingAsync(async connection =>
    {
        const string sql = """
            SELECT stream, version, fence, kind, tenant, owner, state, next_due, NULL::bytea, NULL::bytea FROM stream_head
            WHERE next_due <= $1 AND bucket % $3 = $2 AND (next_due, stream) > ($5, $6) ORDER BY next_due, stream LIMIT $4
            """;
        await using NpgsqlCommand command = Command(connection, sql, until.UtcDateTime, partition, partitions, (long)limit, after?.NextDue.UtcDateTime ?? DateTime.UnixEpoch, after?.Stream ?? "");
        return (IReadOnlyList<StreamHead>)await HeadsAsync(command, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<FeedPage> ReadFeedAsync(FeedQuery query, CancellationToken cancellationToken) =>
        ReadingAsync(connection => PostgresFeed.ReadAsync(connection, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _appends.DisposeAsync();
        await _reads.DisposeAsync();
    }

    private ValueTask<IReadOnlyList<StoredEvent>> ReadArchiveAsync(string stream, long after, long before, CancellationToken cancellationToken) => ReadingAsync(async connection =>
    {
        const string sql = "SELECT version, type, command_id, decided_at, payload FROM event_archive WHERE stream = $1 AND version > $2 AND version < $3 ORDER BY version";
        await using NpgsqlCommand command = Command(connection, sql, stream, after, before);
        List<StoredEvent> events = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) events.Add(PostgresRows.Event(reader, 0));
        return (IReadOnlyList<StoredEvent>)events;
    }, cancellationToken);

    private ValueTask<long> ReadCutAsync(string stream, CancellationToken cancellationToken) => ReadingAsync(async connection =>
    {
        await using NpgsqlCommand command = Command(connection, "SELECT version FROM stream_cut WHERE stream = $1", stream);
        return await command.ExecuteScalarAsync(cancellationToken) is long version ? version : 0;
    }, cancellationToken);

    private async ValueTask<T> ReadingAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await PostgresFaults.OpenAsync(dataSource, cancellationToken);
        try
        {
            return await read(connection);
        }
        catch (NpgsqlException exception)
        {
            throw new EventStoreUnavailableException($"PostgreSQL did not answer a query: {exception.Message}", exception);
        }
    }

    private static async Task<List<StreamHead>> HeadsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<StreamHead> heads = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) heads.Add(Head(reader));
        return heads;
    }

    private static object Partition(HeadQuery query) => query.Partition is { } partition ? partition : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer };

    private static StreamHead Head(NpgsqlDataReader reader) => new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), new HeadFields
    {
        Kind = reader.GetString(3),
        Tenant = reader.GetString(4),
        Owner = reader.GetString(5),
        State = reader.GetString(6),
        NextDue = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
        Summary = reader.IsDBNull(8) ? default(ReadOnlyMemory<byte>?) : reader.GetFieldValue<byte[]>(8),
        Figures = reader.IsDBNull(9) ? default(ReadOnlyMemory<byte>?) : reader.GetFieldValue<byte[]>(9),
    });

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        NpgsqlCommand command = new(sql, connection);
        AddParameters(command, values);
        return command;
    }

    private static void AddParameters(NpgsqlCommand command, params ReadOnlySpan<object?> values)
    {
        foreach (object? value in values)
        {
            command.Parameters.Add(value switch
            {
                NpgsqlParameter typed => typed,
                null => new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                _ => new NpgsqlParameter { Value = value },
            });
        }
    }
}
