namespace Fulcrum.LoadTest.Stores;

/// <summary>A SQLite database in a folder of its own.</summary>
internal sealed class SqliteStore : IStore
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fulcrum-load-");

    public string Provider => "sqlite";

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "load.db")}";

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
