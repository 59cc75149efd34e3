using System.Data.Common;
using Fulcrum.Silo.Tests.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>A database that outlives the silos on it and goes with the test.</summary>
internal sealed class TestDatabase : IDisposable
{
    private const string SqliteProvider = "sqlite";
    private const string PostgresProvider = "postgres";

    private readonly string _connectionString;
    private readonly string? _folder;

    private TestDatabase(string provider, string connectionString, string? folder)
    {
        Provider = provider;
        Settings = ["--Fulcrum:Storage:Provider", provider, "--Fulcrum:Storage:ConnectionString", connectionString];
        (_connectionString, _folder) = (connectionString, folder);
    }

    public string Provider { get; }

    public IReadOnlyList<string> Settings { get; }

    public bool IsSqlite => Provider == SqliteProvider;

    public string ConnectionString => _connectionString;

    public static async Task<TestDatabase> CreateAsync(string provider) =>
        provider == PostgresProvider ? On(await PostgresServer.CreateDatabaseAsync()) : InFolder(Directory.CreateTempSubdirectory("fulcrum-").FullName);

    /// <summary>A PostgreSQL database that is there.</summary>
    public static TestDatabase On(string connectionString) => new(PostgresProvider, connectionString, null);

    /// <summary>The same once more; nobody may be using it.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        if (!IsSqlite) return On(await PostgresServer.CreateDatabaseAsync(new NpgsqlConnectionStringBuilder(_connectionString).Database));
        TestDatabase copy = await CreateAsync(SqliteProvider);
        await BackUpAsync(copy);
        return copy;
    }

    /// <summary>Copies a SQLite file online, as its own backup does; a silo may be serving it.</summary>
    public async Task BackUpAsync(TestDatabase target)
    {
        await using SqliteConnection source = new(_connectionString);
        await using SqliteConnection copy = new(target._connectionString);
        await source.OpenAsync(TestContext.Current.CancellationToken);
        await copy.OpenAsync(TestContext.Current.CancellationToken);
        source.BackupDatabase(copy);
    }

    /// <summary>Runs a statement; answers how many rows it changed.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using DbConnection connection = await OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Rows of a query, read by the test.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read)
    {
        await using DbConnection connection = await OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<T> rows = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) rows.Add(read(reader));
        return rows;
    }

    public void Dispose()
    {
        if (_folder is null) return;
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static TestDatabase InFolder(string folder) => new(SqliteProvider, $"Data Source={Path.Combine(folder, "fulcrum.db")}", folder);

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(_connectionString) : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
