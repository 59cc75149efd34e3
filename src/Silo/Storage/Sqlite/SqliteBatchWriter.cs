using Fulcrum.Grains.Journaling;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Storage.Sqlite;

/// <summary>Writes a batch of appends in one transaction, each stream behind its own savepoint.</summary>
internal sealed class SqliteBatchWriter(SqliteDatabase database) : IBatchWriter
{
    /// <inheritdoc/>
    public Task<IReadOnlySet<string>> WriteAsync(IReadOnlyList<AppendRequest> batch)
    {
        using SqliteConnection connection = database.Open();
        SqliteTransaction transaction = Begin(connection);
        try
        {
            IReadOnlySet<string> written = Write(connection, batch);
            Commit(transaction);
            return Task.FromResult(written);
        }
        catch (SqliteException exception)
        {
            throw new EventStoreUnavailableException($"SQLite refused a batch of {batch.Count} appends: {exception.Message}", exception);
        }
        finally
        {
            transaction.Dispose();
        }
    }

    private static SqliteTransaction Begin(SqliteConnection connection)
    {
        try
        {
            return connection.BeginTransaction(deferred: false);
        }
        catch (SqliteException exception)
        {
            throw new EventStoreUnavailableException($"SQLite is busy: {exception.Message}", exception);
        }
    }

    private static void Commit(SqliteTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        catch (SqliteException exception)
        {
            throw new AppendOutcomeUnknownException($"SQLite failed to commit: {exception.Message}", exception);
        }
    }

    private static HashSet<string> Write(SqliteConnection connection, IReadOnlyList<AppendRequest> batch)
    {
        HashSet<string> written = new(StringComparer.Ordinal);
        using SqliteAppendCommands commands = new(connection);
        foreach (AppendRequest request in batch)
        {
            SqliteDatabase.Execute(connection, "SAVEPOINT append");
            if (commands.Append(request)) written.Add(request.Stream);
            SqliteDatabase.Execute(connection, "RELEASE append");
        }

        return written;
    }
}
