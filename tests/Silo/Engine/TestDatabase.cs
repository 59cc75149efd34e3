using Fulcrum.Silo.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>A database that outlives the silos on it and goes with the test.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string? _folder;

    private TestDatabase(string provider, string connectionString, string? folder)
    {
        Settings = ["--Fulcrum:Storage:Provider", provider, "--Fulcrum:Storage:ConnectionString", connectionString];
        _folder = folder;
    }

    public IReadOnlyList<string> Settings { get; }

    public static async Task<TestDatabase> CreateAsync(string provider)
    {
        if (provider == "postgres") return new TestDatabase(provider, await PostgresServer.CreateDatabaseAsync(), null);
        string folder = Directory.CreateTempSubdirectory("fulcrum-").FullName;
        return new TestDatabase(provider, $"Data Source={Path.Combine(folder, "fulcrum.db")}", folder);
    }

    public void Dispose()
    {
        if (_folder is null) return;
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
