using Fulcrum.Silo.Configuration;

namespace Fulcrum.Silo.Storage;

/// <summary>Chooses the database by configuration.</summary>
internal static class Database
{
    /// <summary>The database that the options name.</summary>
    public static IDatabase For(StorageOptions options) => options.Provider == StorageOptions.Postgres
        ? new Postgres.PostgresBackend(options.ConnectionString ?? throw new InvalidOperationException("Fulcrum:Storage:ConnectionString must name the PostgreSQL database."), options.ConnectionsMax)
        : new Sqlite.SqliteBackend(options.ConnectionString ?? DefaultFile());

    private static string DefaultFile()
    {
        string folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "fulcrum");
        return $"Data Source={Path.Combine(folder, "fulcrum.db")}";
    }
}
