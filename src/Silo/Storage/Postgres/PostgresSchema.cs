using Npgsql;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Creates and migrates the schema, safely when several silos start at once.</summary>
internal static class PostgresSchema
{
    private const long LockKey = 0x46756c6372756d;

    /// <summary>Applies every step that the database does not have yet.</summary>
    public static async Task MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await PostgresFaults.OpenAsync(dataSource, cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({LockKey})", cancellationToken);
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS schema_step (number integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())", cancellationToken);
        int applied = await AppliedAsync(connection, cancellationToken);
        IReadOnlyList<SchemaScript> scripts = SchemaScript.For("Postgres");
        if (applied > scripts.Count) throw new InvalidOperationException($"The database has schema step {applied}; this version knows {scripts.Count}. Start a newer version.");
        foreach (SchemaScript script in scripts.Where(script => script.Number > applied))
        {
            await ExecuteAsync(connection, script.Sql, cancellationToken);
            await using NpgsqlCommand record = new("INSERT INTO schema_step (number, name) VALUES ($1, $2)", connection);
            record.Parameters.Add(new NpgsqlParameter { Value = script.Number });
            record.Parameters.Add(new NpgsqlParameter { Value = script.Name });
            await record.ExecuteNonQueryAsync(cancellationToken);
        }

        await PostgresFeedClock.CorrectAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<int> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = new("SELECT coalesce(max(number), 0) FROM schema_step", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
