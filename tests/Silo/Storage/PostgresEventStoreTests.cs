using Fulcrum.Silo.Storage.Postgres;
using Npgsql;

namespace Fulcrum.Silo.Tests.Storage;

public sealed class PostgresEventStoreTests : EventStoreContract
{
    private NpgsqlDataSource _dataSource = null!;

    private protected override async Task<object> CreateAsync()
    {
        _dataSource = NpgsqlDataSource.Create(await PostgresServer.CreateDatabaseAsync());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostgresSchema.MigrateAsync(_dataSource, TestContext.Current.CancellationToken)));
        return new PostgresEventStore(_dataSource);
    }

    private protected override ValueTask DropAsync() => _dataSource.DisposeAsync();
}
