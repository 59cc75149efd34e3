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

    [Theory]
    [InlineData("")]
    [InlineData("SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_index_scan_size = 0;")]
    public async Task Streams_are_found_by_index_whatever_the_server_believes_of_its_tables(string beliefs)
    {
        const string fill = """
            INSERT INTO stream_head SELECT 'pool:' || n, 'pool', 0, 0, 0, 't', 'o', 's', NULL, NULL, NULL FROM generate_series(1, 20000) AS n;
            INSERT INTO event (stream, version, tenant, type, command_id, decided_at, payload)
            SELECT 'pool:' || n, v, 't', 'y', gen_random_uuid(), now(), '\x00' FROM generate_series(1, 100) AS n, generate_series(1, 200) AS v;
            ANALYZE;
            """;
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using NpgsqlConnection connection = await _batches.OpenConnectionAsync(stop);
        if (beliefs.Length > 0)
        {
            await using NpgsqlCommand prepare = new(fill + beliefs, connection);
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
        whole.ShouldNotContain("Parallel");
        whole.ShouldNotContain("Merge Join");
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
