using Fulcrum.Grains.Journaling;
using Npgsql;
using NpgsqlTypes;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Reads several streams in one statement, so that heads and events are of one moment.</summary>
internal sealed class PostgresBatchReader(NpgsqlDataSource dataSource) : IBatchReader
{
    /// <summary>Takes the streams and the versions after which each is read.</summary>
    internal const string Sql = """
        SELECT i.number, h.version, h.fence, e.version, e.type, e.command_id, e.decided_at, e.payload
        FROM unnest($1::text[], $2::bigint[]) WITH ORDINALITY AS i (stream, after, number)
        JOIN stream_head h ON h.stream = i.stream
        LEFT JOIN event e ON e.stream = i.stream AND e.version > i.after
        ORDER BY i.number, e.version
        """;

    /// <inheritdoc/>
    public async Task<StreamTail[]> ReadAsync(IReadOnlyList<StreamRead> batch)
    {
        await using NpgsqlConnection connection = await PostgresFaults.OpenAsync(dataSource, CancellationToken.None);
        try
        {
            return await ReadAsync(connection, batch);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException)
        {
            throw new EventStoreUnavailableException($"PostgreSQL did not answer a query: {exception.Message}", exception);
        }
    }

    private static async Task<StreamTail[]> ReadAsync(NpgsqlConnection connection, IReadOnlyList<StreamRead> batch)
    {
        await using NpgsqlCommand command = new(Sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, TypedValue = [.. batch.Select(static read => read.Stream)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, TypedValue = [.. batch.Select(static read => read.AfterVersion)] });
        StreamTail[] tails = new StreamTail[batch.Count];
        Array.Fill(tails, new StreamTail(0, 0, []));
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<StoredEvent> events = [];
        while (await reader.ReadAsync())
        {
            int number = (int)reader.GetInt64(0) - 1;
            if (tails[number].Events != events) tails[number] = new StreamTail(reader.GetInt64(1), reader.GetInt64(2), events = []);
            if (!reader.IsDBNull(3)) events.Add(PostgresRows.Event(reader, 3));
        }

        return tails;
    }
}
