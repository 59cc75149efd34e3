using Npgsql;

namespace Fulcrum.Silo.Tests.Storage;

/// <summary>The PostgreSQL server of the test run; every test class gets a database of its own.</summary>
internal static class PostgresServer
{
    private const string Variable = "FULCRUM_TEST_POSTGRES";

    /// <summary>Creates a database, empty or a copy of another, and answers its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync(string? template = null)
    {
        string server = Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException($"{Variable} names no server. Run eng/test.sh, which starts one, or: export {Variable}=$(eng/postgres.sh start /tmp/fulcrum-postgres)");
        string name = "test_" + Guid.NewGuid().ToString("N");
        await using NpgsqlDataSource dataSource = NpgsqlDataSource.Create(server);
        await using NpgsqlCommand command = dataSource.CreateCommand(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}
