using System.Data.Common;
using System.Runtime.CompilerServices;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Verification;
using Orleans.Serialization;

namespace Fulcrum.Silo.Storage;

/// <summary>Reads a database for verification: read-only connections, one page per statement.</summary>
internal sealed class SqlVerifiedStore(IVerifiedDialect dialect, string serviceId) : IVerifiedStore
{
    /// <summary>Most rows per statement.</summary>
    public const int PageRowsMax = 500;

    private readonly Serializer _serializer = new ServiceCollection().AddSerializer(static builder => builder.AddAssembly(typeof(SnapshotRecord).Assembly)).BuildServiceProvider().GetRequiredService<Serializer>();

    /// <summary>The last schema step of the database; 0 when it has none.</summary>
    public async Task<int> SchemaStepAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken);
        List<long> steps = await ReadAsync(connection, dialect.SchemaStep, static row => row.GetInt64(0), cancellationToken);
        return (int)steps.Single();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<VerifiedHead> ReadHeadsAsync(string kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string sql = $"SELECT {dialect.HeadColumns} FROM stream_head WHERE kind = @kind AND stream > @after ORDER BY stream LIMIT {PageRowsMax}";
        for (string? after = ""; after is not null;)
        {
            List<VerifiedHead> page;
            await using (DbConnection connection = await OpenAsync(cancellationToken))
            {
                page = await ReadAsync(connection, sql, Head, cancellationToken, ("@kind", kind), ("@after", after));
            }

            foreach (VerifiedHead head in page) yield return head;
            after = page.Count == PageRowsMax ? page[^1].Head.Stream : null;
        }
    }

    /// <inheritdoc/>
    public async Task<VerifiedHead?> FindHeadAsync(string stream, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken);
        return (await ReadAsync(connection, $"SELECT {dialect.HeadColumns} FROM stream_head WHERE stream = @stream", Head, cancellationToken, ("@stream", stream))).SingleOrDefault();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<VerifiedEvent> ReadEventsAsync(string stream, long upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string part = $"WHERE stream = @stream AND version > @after AND version <= @upTo ORDER BY version LIMIT {PageRowsMax}";
        string sql = $"""
            SELECT {dialect.EventColumns} FROM (
                SELECT * FROM (SELECT {dialect.StoredColumns} FROM event {part}) AS present
                UNION ALL SELECT * FROM (SELECT {dialect.StoredColumns} FROM event_archive {part}) AS archived) AS e
            ORDER BY version LIMIT {PageRowsMax}
            """;
        for (long? after = long.MinValue; after is not null;)
        {
            List<VerifiedEvent> page;
            await using (DbConnection connection = await OpenAsync(cancellationToken))
            {
                page = await ReadAsync(connection, sql, Event, cancellationToken, ("@stream", stream), ("@after", after.Value), ("@upTo", upTo));
            }

            foreach (VerifiedEvent stored in page) yield return stored;
            after = page.Count == PageRowsMax ? page[^1].Event.Version : null;
        }
    }

    /// <inheritdoc/>
    public async Task<long> FindCutAsync(string stream, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken);
        return (await ReadAsync(connection, "SELECT version FROM stream_cut WHERE stream = @stream", static row => row.GetInt64(0), cancellationToken, ("@stream", stream))).SingleOrDefault();
    }

    /// <inheritdoc/>
    public async Task<StoredSnapshot?> FindSnapshotAsync(string stream, CancellationToken cancellationToken)
    {
        const string sql = "SELECT payload FROM grain_state WHERE service_id = @service AND type_name = @type AND id_extension = @stream AND payload IS NOT NULL";
        await using DbConnection connection = await OpenAsync(cancellationToken);
        List<byte[]> rows = await ReadAsync(connection, sql, static row => row.GetFieldValue<byte[]>(0), cancellationToken, ("@service", serviceId), ("@type", GrainStorageSnapshotStore.StateName), ("@stream", stream));
        if (rows.Count == 0) return null;
        try
        {
            SnapshotRecord record = _serializer.Deserialize<SnapshotRecord>(rows[0])!;
            return new StoredSnapshot(record.Version, record.Type, record.Payload);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new FormatException($"It cannot be read: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ReadStraysAsync(CancellationToken cancellationToken) => PagesAsync(dialect.Strays, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ReadMisplacedAsync(CancellationToken cancellationToken) => PagesAsync(dialect.Misplaced, cancellationToken);

    private async IAsyncEnumerable<string> PagesAsync(IEnumerable<string> statements, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string sql in statements)
        {
            await using DbConnection connection = await OpenAsync(cancellationToken);
            foreach (string found in await ReadAsync(connection, $"{sql} LIMIT {VerificationLimits.FindingsMax}", static row => row.GetString(0), cancellationToken)) yield return found;
        }
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = dialect.Connect();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or System.Net.Sockets.SocketException)
        {
            await connection.DisposeAsync();
            throw new EventStoreUnavailableException($"The database cannot be opened: {exception.Message}", exception);
        }
    }

    private static async Task<List<T>> ReadAsync<T>(DbConnection connection, string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        try
        {
            List<T> rows = [];
            await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
            return rows;
        }
        catch (DbException exception)
        {
            throw new EventStoreUnavailableException($"The database did not answer: {exception.Message}", exception);
        }
    }

    private static VerifiedHead Head(DbDataReader row) => new(new StreamHead(row.GetString(0), row.GetInt64(3), row.GetInt64(4), new HeadFields
    {
        Kind = row.GetString(1),
        Tenant = row.GetString(5),
        Owner = row.GetString(6),
        State = row.GetString(7),
        NextDue = row.IsDBNull(8) ? null : StoreTime.FromMicros(row.GetInt64(8)),
        Summary = row.IsDBNull(9) ? default(ReadOnlyMemory<byte>?) : row.GetFieldValue<byte[]>(9),
        Figures = row.IsDBNull(10) ? default(ReadOnlyMemory<byte>?) : row.GetFieldValue<byte[]>(10),
    }), row.GetInt64(2));

    private static VerifiedEvent Event(DbDataReader row) => new(
        new StoredEvent(row.GetInt64(0), row.GetString(1), Guid.Empty, StoreTime.FromMicros(row.GetInt64(2)), row.GetFieldValue<byte[]>(3)),
        row.GetString(4),
        ((ulong)row.GetInt64(5), row.GetInt64(6)));
}
