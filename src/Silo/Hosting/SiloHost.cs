using Fulcrum.Grains;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Placement;
using Fulcrum.Silo.Archiving;
using Fulcrum.Silo.Configuration;
using Fulcrum.Silo.Http;
using Fulcrum.Silo.Storage;
using Orleans.Configuration;

namespace Fulcrum.Silo.Hosting;

/// <summary>Builds the host of a silo: storage, cluster, engine, HTTP API.</summary>
public static class SiloHost
{
    /// <summary>Where a silo listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:8080";

    /// <summary>Builds a host; the database's schema is created or migrated before this returns.</summary>
    /// <param name="args">Settings from the command line.</param>
    /// <param name="configure">Further configuration, for hosts inside other programs.</param>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddFilter("Orleans", LogLevel.Warning).AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error).AddFilter("Polly", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Host.UseDefaultServiceProvider(static options => options.ValidateScopes = true);
        configure?.Invoke(builder);
        ListenOnLoopbackOnly(builder);
        builder.Services.AddSettings(builder.Configuration);
        StorageOptions storage = EarlySettings.Read<StorageOptions>(builder.Services);
        ClusterSettings cluster = EarlySettings.Read<ClusterSettings>(builder.Services);
        TelemetrySettings telemetry = EarlySettings.Read<TelemetrySettings>(builder.Services);
        EarlySettings.Read<HoldSettings>(builder.Services);
        EarlySettings.Read<SolverOptions>(builder.Services);
        ArchiveSettings archive = EarlySettings.Read<ArchiveSettings>(builder.Services);
        IDatabase database = Database.For(storage);
        await database.PrepareAsync(CancellationToken.None);
        database.AddTo(builder.Services);
        builder.Services.AddSingleton(_ => database);
        builder.Services.AddSingleton<StoreInstruments>();
        builder.Services.AddSingleton<ISnapshotStore, GrainStorageSnapshotStore>();
        builder.UseOrleans(silo => Configure(silo, database, cluster));
        builder.Services.AddEngine();
        if (archive.Enabled) builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<ArchiveService>(provider, Archiver.Of(database, cluster.Id, provider.GetRequiredService<TimeProvider>())));
        builder.Services.AddFulcrumHttp();
        builder.Services.AddSingleton<IReadiness, EngineReadiness>();
        if (telemetry.Metrics) builder.Services.AddTelemetry();
        WebApplication app = builder.Build();
        app.Services.GetRequiredService<IDatabase>();
        app.MapFulcrumApi();
        if (telemetry.Metrics) app.MapTelemetry();
        return app;
    }

    private static void ListenOnLoopbackOnly(WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            throw new InvalidOperationException($"Kestrel:Endpoints is not accepted while callers are not authenticated. Use --urls {DefaultUrl}.");
        }

        string urls = builder.Configuration["urls"] ?? DefaultUrl;
        LoopbackGuard.Check(urls.Split(';'));
        builder.WebHost.UseUrls(urls);
    }

    private static void Configure(ISiloBuilder silo, IDatabase database, ClusterSettings cluster)
    {
        database.AddTo(silo, cluster);
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, cluster.Id));
        silo.Configure<SiloMessagingOptions>(static options => options.ResponseTimeout = ClusterTimes.ResponseTimeout);
        silo.Configure<ClusterMembershipOptions>(static options =>
        {
            options.ProbeTimeout = ClusterTimes.ProbeTimeout;
            options.NumMissedProbesLimit = ClusterTimes.MissedProbesLimit;
            options.TableRefreshTimeout = ClusterTimes.TableRefresh;
            options.IAmAliveTablePublishTimeout = ClusterTimes.AlivePublish;
            options.NumVotesForDeathDeclaration = ClusterTimes.VotesForDeath;
        });
        silo.Configure<GrainCollectionOptions>(static options => options.CollectionAge = ClusterTimes.CollectionAge);
    }
}
