using System.Net;
using Fulcrum.Grains.Journaling;
using Fulcrum.Silo.Configuration;
using Fulcrum.Silo.Storage.Archive;
using Npgsql;
using Orleans.Serialization;
using Orleans.Storage;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>PostgreSQL: several silos on one database, which also holds the cluster's membership.</summary>
internal sealed class PostgresBackend(string connectionString, int connectionsMax) : IDatabase, IAsyncDisposable
{
    private const string Invariant = "Npgsql";
    private const int AutoPrepareMax = 100;
    private const int CommandTimeoutSeconds = 10;
    private const int ConnectTimeoutSeconds = 5;

    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxPoolSize = connectionsMax,
        MaxAutoPrepare = AutoPrepareMax,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true,
        CommandTimeout = CommandTimeoutSeconds,
        Timeout = ConnectTimeoutSeconds,
        ApplicationName = "fulcrum-silo",
    }.ConnectionString;

    private NpgsqlDataSource? _dataSource;
    private NpgsqlDataSource? _batches;

    private NpgsqlDataSource DataSource => _dataSource ??= PostgresPlans.CreateDataSource(_connectionString);

    private NpgsqlDataSource Batches => _batches ??= PostgresPlans.CreateBatchDataSource(_connectionString);

    /// <inheritdoc/>
    public IVerifiedDialect Verified => new PostgresVerifiedDialect(connectionString);

    /// <inheritdoc/>
    public IArchiveDialect Archive => new PostgresArchiveDialect(DataSource);

    /// <inheritdoc/>
    public int SchemaSteps => SchemaScript.For("Postgres").Count;

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) => PostgresSchema.MigrateAsync(DataSource, cancellationToken);

    /// <inheritdoc/>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(provider => new PostgresEventStore(DataSource, Batches, provider.GetRequiredService<StoreInstruments>()));
        services.AddSingleton<IEventStore>(static provider => provider.GetRequiredService<PostgresEventStore>());
        services.AddSingleton<IStreamCatalog>(static provider => provider.GetRequiredService<PostgresEventStore>());
        services.AddSingleton<IEventFeed>(static provider => provider.GetRequiredService<PostgresEventStore>());
    }

    /// <inheritdoc/>
    public void AddTo(ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.UseAdoNetClustering(options => (options.Invariant, options.DataSource) = (Invariant, DataSource));
        silo.ConfigureEndpoints(IPAddress.Parse(cluster.AdvertisedAddress), FreePort.Or(cluster.SiloPort), FreePort.Or(cluster.GatewayPort));
        silo.AddAdoNetGrainStorage(GrainStorageSnapshotStore.Provider, builder => builder.Configure<Serializer>((options, serializer) =>
        {
            (options.Invariant, options.DataSource) = (Invariant, DataSource);
            options.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
        }));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_batches is not null) await _batches.DisposeAsync();
        if (_dataSource is not null) await _dataSource.DisposeAsync();
    }
}
