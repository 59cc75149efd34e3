using System.Data.Common;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Silo.Storage.Archive;

/// <summary>Moves events into the archive and deletes them from it, each time in one short transaction: all of it or nothing.</summary>
internal sealed class EventArchive(IArchiveDialect dialect)
{
    /// <summary>An event that was deleted.</summary>
    private readonly record struct Removed(string Stream, long Version, FeedPlace Place);

    /// <summary>An order in a final state, or a key, that nobody must look at again.</summary>
    private static readonly string Over =
        $"h.next_due IS NULL AND (h.kind = '{StreamKinds.Key}' OR (h.kind = '{StreamKinds.Order}' AND h.state IN ({string.Join(", ", FinalStates.Names.Select(static name => $"'{name}'"))})))";

    /// <summary>Events of a table after a place in the feed, in its order.</summary>
    public async Task<IReadOnlyList<ArchiveRow>> ReadAsync(EventTable table, FeedPlace after, int limit, CancellationToken cancellationToken)
    {
        string last = $"coalesce((SELECT {dialect.Micros("l.decided_at")} FROM event l WHERE l.stream = h.stream AND l.version = h.version), (SELECT {dialect.Micros("l.decided_at")} FROM event_archive l WHERE l.stream = h.stream AND l.version = h.version))";
        string sql = $"""
            SELECT {dialect.PlaceNumbers}, e.stream, e.version, {dialect.Micros("e.decided_at")}, h.kind, h.version, CASE WHEN {Over} THEN {last} END
            FROM (
                SELECT {dialect.PlaceColumns}, stream, version, decided_at FROM {Name(table)}
                WHERE ({dialect.PlaceColumns}) > ({dialect.PlaceValues}) AND {dialect.IsShown} ORDER BY {dialect.PlaceColumns} LIMIT {limit}) AS e
            LEFT JOIN stream_head h ON h.stream = e.stream
            ORDER BY {dialect.PlaceColumns}
            """;
        return await RunAsync(async () =>
        {
            await using DbConnection connection = await dialect.OpenAsync(cancellationToken);
            return await ReadAsync(Command(connection, sql, Parameters(after)), Row, cancellationToken);
        });
    }

    /// <summary>Moves all events of streams that are over; what is not, or has an event since, may be moved all the same: readers look in both places.</summary>
    public Task<int> MoveAsync(IReadOnlyCollection<string> streams, DateTimeOffset before, CancellationToken cancellationToken) =>
        MoveAsync($"{dialect.IsAmong("stream")} AND decided_at < @before", cancellationToken, ("@streams", dialect.Texts(streams)), ("@before", dialect.Instant(before)));

    /// <summary>Moves the events of a stream below a version, as far as they are old enough.</summary>
    public Task<int> MoveAsync(string stream, long below, DateTimeOffset before, CancellationToken cancellationToken) =>
        MoveAsync("stream = @stream AND version < @below AND decided_at < @before", cancellationToken, ("@stream", stream), ("@below", below), ("@before", dialect.Instant(before)));

    /// <summary>
    /// Deletes all events of streams: of those that are over under the lock of their head row and have no later event. Of the head row version and fence stay: a stream of the same name
    /// goes on from there, so that nobody who remembers the former one can take it for that, or write to it.
    /// </summary>
    public Task<Deletion> DeleteAsync(IReadOnlyCollection<string> streams, DateTimeOffset before, CancellationToken cancellationToken) => InTurnAsync(async connection =>
    {
        object instant = dialect.Instant(before);
        string young = string.Join(" AND ", Enum.GetValues<EventTable>().Select(static table => $"NOT EXISTS (SELECT 1 FROM {Name(table)} y WHERE y.stream = h.stream AND y.decided_at >= @before)"));

        // What the first statement locks no longer changes; the second one sees all that was written before.
        List<string> locked = await StreamsAsync(connection, $"SELECT h.stream FROM stream_head h WHERE {dialect.IsAmong("h.stream")} AND {Over} ORDER BY h.stream {dialect.LockRows}", streams, instant, cancellationToken);
        List<string> over = await StreamsAsync(connection, $"SELECT h.stream FROM stream_head h WHERE {dialect.IsAmong("h.stream")} AND {young}", locked, instant, cancellationToken);
        if (over.Count == 0) return default;
        List<Removed> deleted = [];
        foreach (EventTable table in Enum.GetValues<EventTable>())
        {
            deleted.AddRange(await RemoveAsync(connection, table, dialect.IsAmong("stream"), cancellationToken, ("@streams", dialect.Texts(over))));
        }

        await ExecuteAsync(connection, $"UPDATE stream_head SET kind = '', tenant = '', owner = '', state = '', summary = NULL, figures = NULL WHERE {dialect.IsAmong("stream")}", cancellationToken, ("@streams", dialect.Texts(over)));
        await CutAsync(connection, deleted, cancellationToken);
        return new Deletion(over.Count, deleted.Count);
    }, cancellationToken);

    /// <summary>Deletes archived events of a stream below a version that its snapshot vouches for, and records that its beginning is gone.</summary>
    public Task<Deletion> DeleteAsync(string stream, long below, DateTimeOffset before, CancellationToken cancellationToken) => InTurnAsync(async connection =>
    {
        List<Removed> deleted = await RemoveAsync(
            connection, EventTable.Archive, "stream = @stream AND version < @below AND decided_at < @before", cancellationToken, ("@stream", stream), ("@below", below), ("@before", dialect.Instant(before)));
        await CutAsync(connection, deleted, cancellationToken);
        return new Deletion(0, deleted.Count);
    }, cancellationToken);

    private Task<int> MoveAsync(string condition, CancellationToken cancellationToken, params (string Name, object Value)[] parameters) => InTurnAsync(async connection =>
    {
        int moved = 0;
        foreach (string sql in dialect.Move(condition)) moved = await ExecuteAsync(connection, sql, cancellationToken, parameters);
        return moved;
    }, cancellationToken);

    private Task<List<Removed>> RemoveAsync(DbConnection connection, EventTable table, string condition, CancellationToken cancellationToken, params (string Name, object Value)[] parameters) => ReadAsync(
        Command(connection, $"DELETE FROM {Name(table)} WHERE {condition} RETURNING stream, version, {dialect.PlaceNumbers}", parameters),
        static row => new Removed(row.GetString(0), row.GetInt64(1), new FeedPlace(row.GetInt64(2), row.GetInt64(3))),
        cancellationToken);

    /// <summary>Records up to where streams and the feed have lost their beginning.</summary>
    private async Task CutAsync(DbConnection connection, List<Removed> deleted, CancellationToken cancellationToken)
    {
        string cut = $"""
            INSERT INTO stream_cut (stream, version, {dialect.PlaceColumns}) VALUES (@stream, @version, {dialect.PlaceValues})
            ON CONFLICT (stream) DO UPDATE SET version = @version, {dialect.SetPlace}
            """;
        foreach (Removed last in deleted.GroupBy(static row => row.Stream, StringComparer.Ordinal).Select(static stream => stream.MaxBy(static row => row.Version)))
        {
            await ExecuteAsync(connection, cut, cancellationToken, [("@stream", last.Stream), ("@version", last.Version), .. Parameters(last.Place)]);
        }

        if (deleted.Count == 0) return;
        FeedPlace horizon = deleted.Select(static row => row.Place).Aggregate(FeedPlace.Later);
        await ExecuteAsync(connection, $"UPDATE feed_horizon SET {dialect.SetPlace} WHERE ({dialect.PlaceColumns}) < ({dialect.PlaceValues})", cancellationToken, Parameters(horizon));
    }

    private Task<List<string>> StreamsAsync(DbConnection connection, string sql, IReadOnlyCollection<string> streams, object before, CancellationToken cancellationToken) =>
        ReadAsync(Command(connection, sql, ("@streams", dialect.Texts(streams)), ("@before", before)), static row => row.GetString(0), cancellationToken);

    private async Task<T> InTurnAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) => await RunAsync(async () =>
    {
        await using DbConnection connection = await dialect.OpenAsync(cancellationToken);
        await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!(await ReadAsync(Command(connection, dialect.TakeTurn), static row => row.GetBoolean(0), cancellationToken)).Single())
        {
            throw new ArchiveBusyException("Another process is archiving in this database. Let it end, or try again.");
        }

        T result = await work(connection);
        await transaction.CommitAsync(cancellationToken);
        return result;
    });

    private static async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            throw new EventStoreUnavailableException($"The database did not take part: {exception.Message}", exception);
        }
    }

    private static DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static async Task<int> ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await using DbCommand command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<T>> ReadAsync<T>(DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using (command)
        {
            List<T> rows = [];
            await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
            return rows;
        }
    }

    private static ArchiveRow Row(DbDataReader row) => new(
        new FeedPlace(row.GetInt64(0), row.GetInt64(1)),
        row.GetString(2),
        row.GetInt64(3),
        StoreTime.FromMicros(row.GetInt64(4)),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? 0 : row.GetInt64(6),
        row.IsDBNull(7) ? null : StoreTime.FromMicros(row.GetInt64(7)));

    private static (string Name, object Value)[] Parameters(FeedPlace place) => [("@transaction", place.Transaction), ("@sequence", place.Sequence)];

    private static string Name(EventTable table) => table == EventTable.Event ? "event" : "event_archive";
}
