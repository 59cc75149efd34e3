using Fulcrum.Grains.Verification;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Storage.Sqlite;

/// <summary>Keeps claims in a temporary file that goes with it.</summary>
internal sealed class SqliteClaimScratch : IClaimScratch
{
    private const string Schema = """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
        CREATE TABLE claim (pool TEXT NOT NULL, attempt BLOB NOT NULL, owner TEXT NOT NULL, allocated INTEGER NOT NULL, amounts TEXT NOT NULL, PRIMARY KEY (pool, attempt)) WITHOUT ROWID;
        CREATE TABLE doubt (pool TEXT NOT NULL, attempt BLOB NOT NULL, owner TEXT NOT NULL, PRIMARY KEY (pool, attempt, owner)) WITHOUT ROWID;
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("fulcrum-verify-").FullName;
    private readonly SqliteConnection _connection;

    /// <summary>Makes the file.</summary>
    public SqliteClaimScratch()
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "claims.db"), Pooling = false }.ToString());
        _connection.Open();
        SqliteDatabase.Execute(_connection, Schema);
    }

    /// <inheritdoc/>
    public void Add(IEnumerable<PoolClaim> claims)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        using SqliteCommand command = Command("INSERT INTO claim (pool, attempt, owner, allocated, amounts) VALUES ($pool, $attempt, $owner, $allocated, $amounts)");
        foreach (PoolClaim claim in claims)
        {
            command.Parameters.Clear();
            Bind(command, ("$pool", claim.Pool), ("$attempt", claim.Attempt.ToByteArray()), ("$owner", claim.Order), ("$allocated", claim.Allocated), ("$amounts", claim.Amounts));
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <inheritdoc/>
    public PoolClaim? Take(string pool, Guid attempt)
    {
        using SqliteCommand command = Command("DELETE FROM claim WHERE pool = $pool AND attempt = $attempt RETURNING owner, allocated, amounts", ("$pool", pool), ("$attempt", attempt.ToByteArray()));
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? new PoolClaim(pool, attempt, reader.GetString(0), reader.GetBoolean(1), reader.GetString(2)) : null;
    }

    /// <inheritdoc/>
    public void Doubt(ClaimDoubt doubt)
    {
        using SqliteCommand command = Command(
            "INSERT OR IGNORE INTO doubt (pool, attempt, owner) VALUES ($pool, $attempt, $owner)", ("$pool", doubt.Pool), ("$attempt", doubt.Attempt.ToByteArray()), ("$owner", doubt.Order));
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void DoubtRest() => SqliteDatabase.Execute(_connection, "INSERT OR IGNORE INTO doubt (pool, attempt, owner) SELECT pool, attempt, owner FROM claim");

    /// <inheritdoc/>
    public IReadOnlyList<string> DoubtfulPools()
    {
        using SqliteCommand command = Command("SELECT DISTINCT pool FROM doubt ORDER BY pool");
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> pools = [];
        while (reader.Read()) pools.Add(reader.GetString(0));
        return pools;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ClaimDoubt> Doubts(string pool, Guid? after, int limit)
    {
        using SqliteCommand command = Command(
            "SELECT attempt, owner FROM doubt WHERE pool = $pool AND attempt > $after ORDER BY attempt LIMIT $limit", ("$pool", pool), ("$after", after?.ToByteArray() ?? []), ("$limit", limit));
        using SqliteDataReader reader = command.ExecuteReader();
        List<ClaimDoubt> doubts = [];
        while (reader.Read()) doubts.Add(new ClaimDoubt(pool, new Guid((byte[])reader.GetValue(0)), reader.GetString(1)));
        return doubts;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        Bind(command, parameters);
        return command;
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        foreach ((string name, object value) in parameters) command.Parameters.AddWithValue(name, value);
    }
}
