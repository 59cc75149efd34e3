using Fulcrum.Silo.Storage.Postgres;
using Npgsql;

namespace Fulcrum.Silo.Tests.Storage;

public sealed class PostgresEventStoreTests : EventStoreContract
{
    private NpgsqlDataSource _dataSource = null!;

    private protected override async Task<object> CreateAsync()
    {
        _dataSource = PostgresPlans.CreateDataSource(await PostgresServer.CreateDatabaseAsync());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostgresSchema.MigrateAsync(_dataSource, TestContext.Current.CancellationToken)));
        return new PostgresEventStore(_dataSource);
    }

    [Fact]
    public async Task Streams_are_found_by_index_while_the_server_knows_nothing_of_its_tables()
    {
        const string sql = """
            EXPLAIN SELECT e.version FROM unnest($1::text[]) AS i (stream) JOIN stream_head h ON h.stream = i.stream LEFT JOIN event e ON e.stream = i.stream
            """;
        await using NpgsqlCommand command = _dataSource.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = ["pool:a"] });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) reader.GetString(0).ShouldNotContain("Seq Scan");
    }

    private protected override ValueTask DropAsync() => _dataSource.DisposeAsync();
}
