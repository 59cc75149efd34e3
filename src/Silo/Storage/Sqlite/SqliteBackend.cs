using Fulcrum.Grains.Journaling;
using Fulcrum.Silo.Configuration;
using Fulcrum.Silo.Storage.Archive;
using Microsoft.Data.Sqlite;
using Orleans.Serialization;
using Orleans.Storage;

namespace Fulcrum.Silo.Storage.Sqlite;

/// <summary>The embedded database: one silo, one file.</summary>
internal sealed class SqliteBackend(string connectionString) : IDatabase, IDisposable
{
    private const string Invariant = "System.Data.SQLite";

    private readonly SqliteDatabase _database = new(connectionString);
    private FileStream? _lock;

    /// <inheritdoc/>
    public IVerifiedDialect Verified => new SqliteVerifiedDialect(connectionString);

    /// <inheritdoc/>
    public IArchiveDialect Archive => new SqliteArchiveDialect(_database);

    /// <inheritdoc/>
    public int SchemaSteps => SchemaScript.For("Sqlite").Count;

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        string file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        _lock = Lock(file);
        _database.Migrate();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(provider => new SqliteEventStore(_database, provider.GetRequiredService<StoreInstruments>()));
        services.AddSingleton<IEventStore>(static provider => provider.GetRequiredService<SqliteEventStore>());
        services.AddSingleton<IStreamCatalog>(static provider => provider.GetRequiredService<SqliteEventStore>());
        services.AddSingleton<IEventFeed>(static provider => provider.GetRequiredService<SqliteEventStore>());
    }

    /// <inheritdoc/>
    public void AddTo(ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.UseLocalhostClustering(FreePort.Or(cluster.SiloPort), FreePort.Or(cluster.GatewayPort), serviceId: cluster.Id, clusterId: cluster.Id);
        silo.AddAdoNetGrainStorage(GrainStorageSnapshotStore.Provider, builder => builder.Configure<Serializer>((options, serializer) =>
        {
            (options.Invariant, options.ConnectionString) = (Invariant, connectionString);
            options.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
        }));
    }

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();

    private static FileStream Lock(string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException($"Another silo runs on '{file}'. An embedded file serves one silo; use PostgreSQL for several.", exception);
        }
    }
}
