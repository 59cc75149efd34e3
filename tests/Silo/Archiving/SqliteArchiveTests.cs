using Fulcrum.Silo.Storage.Archive;
using Fulcrum.Silo.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Tests.Archiving;

public sealed class SqliteArchiveTests : ArchiveContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fulcrum-").FullName;
    private SqliteDatabase _database = null!;

    private protected override Task<(object Store, IArchiveDialect Dialect)> CreateAsync()
    {
        _database = new SqliteDatabase($"Data Source={Path.Combine(_folder, "fulcrum.db")}");
        _database.Migrate();
        return Task.FromResult<(object, IArchiveDialect)>((new SqliteEventStore(_database), new SqliteArchiveDialect(_database)));
    }

    private protected override Task ExecuteAsync(string sql)
    {
        using SqliteConnection connection = _database.Open();
        SqliteDatabase.Execute(connection, sql);
        return Task.CompletedTask;
    }

    private protected override ValueTask DropAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
