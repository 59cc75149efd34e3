using System.Net;
using Fulcrum.Grains.Orders;
using Fulcrum.Grains.Placement;
using Fulcrum.Grains.Pools;
using Microsoft.Extensions.Options;

namespace Fulcrum.Silo.Configuration;

/// <summary>Binds and validates the settings at start.</summary>
internal static class ConfigurationServices
{
    /// <summary>Adds every section.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<StorageOptions>(configuration, StorageOptions.Section)
            .Validate(static options => options.Provider != StorageOptions.Postgres || options.ConnectionString is not null, "Fulcrum:Storage:ConnectionString must name the PostgreSQL database.");
        services.AddSection<ClusterSettings>(configuration, ClusterSettings.Section)
            .Validate(static options => IPAddress.TryParse(options.AdvertisedAddress, out _), "Fulcrum:Cluster:AdvertisedAddress must be an IP address.");
        services.AddSection<HoldSettings>(configuration, HoldSettings.Section)
            .Validate(static options => options.DefaultSeconds <= options.MaxSeconds, "Fulcrum:Holds:DefaultSeconds must not exceed MaxSeconds.");
        services.AddSection<ArchiveSettings>(configuration, ArchiveSettings.Section)
            .Validate(static options => options.DeleteAfterDays is not { } days || days > options.AfterDays, "Fulcrum:Archive:DeleteAfterDays must be longer than AfterDays: events are deleted from the archive.");
        services.AddSection<SolverOptions>(configuration, "Fulcrum:Solver");
        services.AddSection<TelemetrySettings>(configuration, TelemetrySettings.Section);
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<SolverOptions>>().Value);
        services.AddSection<AdmissionOptions>(configuration, "Fulcrum:Admission");
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<AdmissionOptions>>().Value);
        services.AddSingleton(static provider => Orders(provider.GetRequiredService<IOptions<HoldSettings>>().Value));
        services.AddSingleton(static provider => new PoolOptions { HoldProbeSeconds = provider.GetRequiredService<IOptions<HoldSettings>>().Value.ProbeSeconds });
        return services;
    }

    private static OptionsBuilder<T> AddSection<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class => services.AddOptions<T>().Bind(configuration.GetSection(section), static binder => binder.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations().ValidateOnStart();

    private static OrderOptions Orders(HoldSettings holds) => new() { HoldSecondsDefault = holds.DefaultSeconds, HoldSecondsMax = holds.MaxSeconds, QuoteSeconds = holds.QuoteSeconds };
}
