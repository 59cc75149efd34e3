using Npgsql;

namespace Fulcrum.LoadTest.Stores;

/// <summary>A database of its own on a PostgreSQL server.</summary>
internal sealed class PostgresStore : IStore
{
    private readonly string _server;
    private readonly string _database;

    private PostgresStore(string server, string database) => (_server, _database) = (server, database);

    public string Provider => "postgres";

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { Database = _database }.ConnectionString;

    /// <summary>Creates the database.</summary>
    public static async Task<PostgresStore> CreateAsync(string server)
    {
        PostgresStore store = new(server, $"fulcrum_load_{Guid.NewGuid():N}");
        await store.ExecuteAsync($"CREATE DATABASE {store._database}");
        return store;
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE {_database} WITH (FORCE)");

    private async Task ExecuteAsync(string statement)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(_server);
        await using NpgsqlCommand command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
