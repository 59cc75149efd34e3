using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Orders;
using Fulcrum.Grains.Placement;
using Fulcrum.Grains.Pools;
using Fulcrum.Grains.Requests;
using Fulcrum.Grains.Sweeping;
using Fulcrum.Grains.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Fulcrum.Grains;

/// <summary>Registers what the grains of the engine need.</summary>
public static class EngineServices
{
    private static readonly TimeSpan CollectionQuantum = TimeSpan.FromSeconds(5);

    /// <summary>How long an order that nobody asks for stays in memory: there are as many as are placed in that time.</summary>
    private static readonly TimeSpan OrderCollectionAge = TimeSpan.FromSeconds(15);

    /// <summary>Adds actors, capacity index, planner and sweep. The host adds the event store, the snapshot store and options.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<EngineInstruments>();
        services.AddSingleton<CapacityIndex>();
        services.AddSingleton<ActorHost>();
        services.AddSingleton<SolveGate>();
        services.AddSingleton<AdmissionGate>();
        services.Configure<GrainCollectionOptions>(static options =>
        {
            options.CollectionQuantum = CollectionQuantum;
            options.ClassSpecificCollectionAge[typeof(CompositeOrderGrain).FullName!] = OrderCollectionAge;
            options.ClassSpecificCollectionAge[typeof(IdempotencyKeyGrain).FullName!] = OrderCollectionAge;
        });
        services.AddSingleton<BatchPlanner>();
        services.AddSingleton<BatchQueue>();
        services.AddSingleton<IPlanner, CapacityPlanner>();
        services.AddSingleton<ISiloShare, MembershipShare>();
        services.AddActive<SummaryPublisher>().AddSingleton<ISummarySink>(static provider => provider.GetRequiredService<SummaryPublisher>());
        services.AddActive<CapacityIndexFeed>();
        services.AddActive<DueSweep>();
        return services;
    }

    private static IServiceCollection AddActive<TService>(this IServiceCollection services)
        where TService : class, IHostedService =>
        services.AddSingleton<TService>().AddHostedService(static provider => provider.GetRequiredService<TService>());
}
