using Fulcrum.Silo.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Tests.Storage;

public sealed class SqliteEventStoreTests : EventStoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fulcrum-").FullName;

    private protected override Task<object> CreateAsync()
    {
        SqliteDatabase database = new($"Data Source={Path.Combine(_folder, "fulcrum.db")}");
        database.Migrate();
        database.Migrate();
        return Task.FromResult<object>(new SqliteEventStore(database));
    }

    private protected override ValueTask DropAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
