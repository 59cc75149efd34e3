using System.Globalization;
using Fulcrum.Grains.Journaling;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Storage.Sqlite;

/// <summary>Opens connections to one SQLite file, durable at every commit.</summary>
internal sealed class SqliteDatabase(string connectionString)
{
    private const int BusyTimeoutSeconds = 10;

    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString)
    {
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = BusyTimeoutSeconds,
        Pooling = true,
    }.ToString();

    /// <summary>Opens a connection in write-ahead mode that syncs at every commit.</summary>
    /// <exception cref="EventStoreUnavailableException">The file cannot be opened.</exception>
    public SqliteConnection Open()
    {
        SqliteConnection connection = new(_connectionString);
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new EventStoreUnavailableException($"The SQLite file '{connection.DataSource}' cannot be opened: {exception.Message}", exception);
        }
    }

    /// <summary>Runs statements without results.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Applies every schema step that the file does not have yet.</summary>
    public void Migrate()
    {
        using SqliteConnection connection = Open();
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        Execute(connection, "CREATE TABLE IF NOT EXISTS schema_step (number INTEGER PRIMARY KEY, name TEXT NOT NULL)");
        int applied = Applied(connection);
        IReadOnlyList<SchemaScript> scripts = SchemaScript.For("Sqlite");
        if (applied > scripts.Count) throw new InvalidOperationException($"The file has schema step {applied}; this version knows {scripts.Count}. Start a newer version.");
        foreach (SchemaScript script in scripts.Where(script => script.Number > applied))
        {
            Execute(connection, script.Sql);
            using SqliteCommand record = connection.CreateCommand();
            record.CommandText = "INSERT INTO schema_step (number, name) VALUES ($number, $name)";
            record.Parameters.AddWithValue("$number", script.Number);
            record.Parameters.AddWithValue("$name", script.Name);
            record.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static int Applied(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(number), 0) FROM schema_step";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
