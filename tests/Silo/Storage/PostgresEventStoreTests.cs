using Fulcrum.Silo.Storage.Postgres;
using Npgsql;

namespace Fulcrum.Silo.Tests.Storage;

public sealed class PostgresEventStoreTests : EventStoreContract
{
    private NpgsqlDataSource _dataSource = null!;
    private NpgsqlDataSource _batches = null!;

    private protected override async Task<object> CreateAsync()
    {
        string connection = await PostgresServer.CreateDatabaseAsync();
        (_dataSource, _batches) = (PostgresPlans.CreateDataSource(connection), PostgresPlans.CreateBatchDataSource(connection));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostgresSchema.MigrateAsync(_dataSource, TestContext.Current.CancellationToken)));
        return new PostgresEventStore(_dataSource, _batches);
    }

    /// <summary>The server knows nothing of its tables, or is kept from what it should do, or told that it may do what it should not.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("enable_nestloop = off")]
    [InlineData("force_parallel_mode = on")]
    public async Task Readings_go_by_index_without_merging_and_in_one_process(string pressure)
    {
        const string fill = """
            INSERT INTO stream_head SELECT 'pool:' || n, 'pool', 0, 0, 0, 't', 'o', 's', NULL, NULL, NULL FROM generate_series(1, 20000) AS n;
            INSERT INTO event (stream, version, tenant, type, command_id, decided_at, payload)
            SELECT 'pool:' || n, v, 't', 'y', gen_random_uuid(), now(), '\x00' FROM generate_series(1, 100) AS n, generate_series(1, 200) AS v;
            ANALYZE;
            """;
        CancellationToken stop = TestContext.Current.CancellationToken;
        foreach (NpgsqlDataSource source in (NpgsqlDataSource[])[_dataSource, _batches])
        {
            await using NpgsqlConnection connection = await source.OpenConnectionAsync(stop);
            if (pressure.Length > 0)
            {
                string setting = connection.PostgreSqlVersion.Major < 16 ? pressure : pressure.Replace("force_parallel_mode", "debug_parallel_query", StringComparison.Ordinal);
                await using NpgsqlCommand prepare = new($"{(source == _dataSource ? fill : "")} SET {setting}", connection);
                await prepare.ExecuteNonQueryAsync(stop);
            }

            await using NpgsqlCommand command = new("EXPLAIN " + PostgresBatchReader.Sql, connection);
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = ["pool:1", "pool:2", "pool:3"] });
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [0, 0, 0] });
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(stop);
            List<string> plan = [];
            while (await reader.ReadAsync(stop)) plan.Add(reader.GetString(0));
            string whole = string.Join('\n', plan);
            whole.ShouldNotContain("Seq Scan");
            whole.ShouldNotContain("Gather");
            whole.ShouldNotContain("Merge");
        }
    }

    [Fact]
    public async Task A_statement_for_batches_is_planned_once()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using NpgsqlConnection connection = await _batches.OpenConnectionAsync(stop);
        Assert.SkipWhen(connection.PostgreSqlVersion.Major < 14, "Before version 14 the server does not tell how often it has planned.");
        await using NpgsqlCommand read = new(PostgresBatchReader.Sql, connection);
        read.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = ["pool:1"] });
        read.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [0] });
        await read.PrepareAsync(stop);
        for (int time = 0; time < 20; time++) await read.ExecuteNonQueryAsync(stop);
        await using NpgsqlCommand count = new("SELECT custom_plans FROM pg_prepared_statements WHERE statement LIKE 'SELECT i.number%'", connection);
        (await count.ExecuteScalarAsync(stop)).ShouldBe(0L);
    }

    private protected override async ValueTask DropAsync()
    {
        await _batches.DisposeAsync();
        await _dataSource.DisposeAsync();
    }
}
