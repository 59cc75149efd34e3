using Fulcrum.Grains.Journaling;
using Npgsql;
using NpgsqlTypes;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Writes a batch of appends in one statement: head rows whose version and fence match, then the events of just those streams.</summary>
internal sealed class PostgresBatchWriter(NpgsqlDataSource dataSource) : IBatchWriter
{
    private const int AttemptsMax = 3;

    private const string Sql = """
        WITH input AS (
            SELECT * FROM unnest($1::text[], $2::text[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::timestamptz[], $11::bytea[], $12::bytea[])
                AS t (stream, kind, bucket, expected, fence, added, tenant, owner, state, next_due, summary, figures)),
        updated AS (
            UPDATE stream_head h
            SET version = h.version + i.added, kind = i.kind, bucket = i.bucket, tenant = i.tenant, owner = i.owner, state = i.state, next_due = i.next_due,
                summary = coalesce(i.summary, h.summary), figures = i.figures
            FROM input i
            WHERE h.stream = i.stream AND h.version = i.expected AND h.fence = i.fence AND (i.expected > 0 OR i.fence > 0)
            RETURNING h.stream),
        created AS (
            INSERT INTO stream_head (stream, kind, bucket, version, fence, tenant, owner, state, next_due, summary, figures)
            SELECT stream, kind, bucket, added, 0, tenant, owner, state, next_due, summary, figures FROM input WHERE expected = 0 AND fence = 0
            ON CONFLICT (stream) DO NOTHING
            RETURNING stream),
        landed AS (SELECT stream FROM updated UNION ALL SELECT stream FROM created),
        added AS (
            INSERT INTO event (stream, version, tenant, type, command_id, decided_at, payload)
            SELECT e.stream, e.version, e.tenant, e.type, e.command_id, e.decided_at, e.payload
            FROM unnest($13::text[], $14::bigint[], $15::text[], $16::text[], $17::uuid[], $18::timestamptz[], $19::bytea[])
                AS e (stream, version, tenant, type, command_id, decided_at, payload)
            JOIN landed USING (stream)
            ORDER BY e.stream, e.version)
        SELECT stream FROM landed
        """;

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> WriteAsync(IReadOnlyList<AppendRequest> batch)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using NpgsqlConnection connection = await PostgresFaults.OpenAsync(dataSource, CancellationToken.None);
                return await WriteAsync(connection, batch);
            }
            catch (PostgresException exception) when (PostgresFaults.IsRolledBack(exception))
            {
                if (attempt == AttemptsMax || !exception.IsTransient)
                {
                    throw new EventStoreUnavailableException($"PostgreSQL refused a batch of {batch.Count} appends: {exception.MessageText}", exception);
                }
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException)
            {
                throw new AppendOutcomeUnknownException("The connection to PostgreSQL broke while a batch was being written.", exception);
            }
        }
    }

    private static async Task<IReadOnlySet<string>> WriteAsync(NpgsqlConnection connection, IReadOnlyList<AppendRequest> batch)
    {
        await using NpgsqlCommand command = new(Sql, connection);
        AddHeads(command.Parameters, batch);
        AddEvents(command.Parameters, [.. batch.SelectMany(request => request.Events.Select((added, index) => (request, added, index)))]);
        HashSet<string> written = new(StringComparer.Ordinal);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) written.Add(reader.GetString(0));
        return written;
    }

    private static void AddHeads(NpgsqlParameterCollection parameters, IReadOnlyList<AppendRequest> batch)
    {
        parameters.Add(Array(batch, NpgsqlDbType.Text, request => request.Stream));
        parameters.Add(Array(batch, NpgsqlDbType.Text, request => request.Head.Kind));
        parameters.Add(Array(batch, NpgsqlDbType.Smallint, request => (short)StreamBucket.Of(request.Stream)));
        parameters.Add(Array(batch, NpgsqlDbType.Bigint, request => request.ExpectedVersion));
        parameters.Add(Array(batch, NpgsqlDbType.Bigint, request => request.Fence));
        parameters.Add(Array(batch, NpgsqlDbType.Bigint, request => (long)request.Events.Count));
        parameters.Add(Array(batch, NpgsqlDbType.Text, request => request.Head.Tenant));
        parameters.Add(Array(batch, NpgsqlDbType.Text, request => request.Head.Owner));
        parameters.Add(Array(batch, NpgsqlDbType.Text, request => request.Head.State));
        parameters.Add(Array(batch, NpgsqlDbType.TimestampTz, request => request.Head.NextDue?.UtcDateTime));
        parameters.Add(Array(batch, NpgsqlDbType.Bytea, request => ToBytes(request.Head.Summary)));
        parameters.Add(Array(batch, NpgsqlDbType.Bytea, request => ToBytes(request.Head.Figures)));
    }

    private static void AddEvents(NpgsqlParameterCollection parameters, (AppendRequest Request, NewEvent Added, int Index)[] events)
    {
        parameters.Add(Array(events, NpgsqlDbType.Text, item => item.Request.Stream));
        parameters.Add(Array(events, NpgsqlDbType.Bigint, item => item.Request.ExpectedVersion + 1 + item.Index));
        parameters.Add(Array(events, NpgsqlDbType.Text, item => item.Request.Head.Tenant));
        parameters.Add(Array(events, NpgsqlDbType.Text, item => item.Added.Type));
        parameters.Add(Array(events, NpgsqlDbType.Uuid, item => item.Added.CommandId));
        parameters.Add(Array(events, NpgsqlDbType.TimestampTz, item => item.Added.At.UtcDateTime));
        parameters.Add(Array(events, NpgsqlDbType.Bytea, item => item.Added.Payload));
    }

    private static byte[]? ToBytes(ReadOnlyMemory<byte>? json) => json is { IsEmpty: false } bytes ? bytes.ToArray() : null;

    private static NpgsqlParameter<TValue[]> Array<TItem, TValue>(IReadOnlyList<TItem> items, NpgsqlDbType type, Func<TItem, TValue> value) =>
        new NpgsqlParameter<TValue[]> { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = [.. items.Select(value)] };
}
