using Fulcrum.Client.Calls;
using Fulcrum.Client.Gateway;
using Fulcrum.Client.Http;
using Fulcrum.Contracts.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Fulcrum.Client;

/// <summary>Registers <see cref="IPlacementClient"/>.</summary>
public static class FulcrumClientServices
{
    /// <summary>Adds a client over the cluster's gateway, and the Orleans client that it needs, which connects when the host starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Settings; validated when the host starts.</param>
    /// <param name="orleans">Further settings of the Orleans client, e.g. TLS.</param>
    public static IServiceCollection AddFulcrumClient(
        this IServiceCollection services, Action<FulcrumClientOptions>? configure = null, Action<IClientBuilder>? orleans = null)
    {
        FulcrumClientOptions given = new();
        configure?.Invoke(given);
        services.AddValidated<FulcrumClientOptions, FulcrumClientOptionsValidator>(configure)
            .Validate(static options => options.Gateways.All(ClusterConnection.IsAddress), "Each of the Gateways must be an IP address with a port, e.g. 127.0.0.1:30000.");
        services.AddOrleansClient(client =>
        {
            ClusterConnection.Configure(client, usesPostgres: given.PostgresConnectionString is not null);
            orleans?.Invoke(client);
        });
        return services.AddSingleton<IPlacementClient>(static provider =>
        {
            FulcrumClientOptions options = provider.GetRequiredService<IOptions<FulcrumClientOptions>>().Value;
            return Gateway(provider, provider.GetRequiredService<IClusterClient>(), new Caller(options.Tenant, options.Role), options.Calls);
        });
    }

    /// <summary>Adds a client inside a silo's own process, over the grain factory that is there already.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Settings; validated when the host starts.</param>
    public static IServiceCollection AddFulcrumEmbeddedClient(this IServiceCollection services, Action<FulcrumEmbeddedClientOptions>? configure = null)
    {
        services.AddValidated<FulcrumEmbeddedClientOptions, FulcrumEmbeddedClientOptionsValidator>(configure);
        return services.AddSingleton<IPlacementClient>(static provider =>
        {
            FulcrumEmbeddedClientOptions options = provider.GetRequiredService<IOptions<FulcrumEmbeddedClientOptions>>().Value;
            return Gateway(provider, provider.GetRequiredService<IGrainFactory>(), new Caller(options.Tenant, options.Role), options.Calls);
        });
    }

    /// <summary>Adds a client over HTTP.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Settings; validated when the host starts.</param>
    /// <returns>The builder of its <see cref="HttpClient"/>, e.g. to add a handler that authenticates.</returns>
    public static IHttpClientBuilder AddFulcrumHttpClient(this IServiceCollection services, Action<FulcrumHttpClientOptions>? configure = null)
    {
        services.AddValidated<FulcrumHttpClientOptions, FulcrumHttpClientOptionsValidator>(configure)
            .Validate(static options => HttpAddress.IsUsable(options.BaseAddress), "The BaseAddress must be absolute and begin with http: or https:, e.g. http://127.0.0.1:8080/.");
        return services.AddHttpClient<IPlacementClient, HttpPlacementClient>(static (http, provider) =>
        {
            FulcrumHttpClientOptions options = provider.GetRequiredService<IOptions<FulcrumHttpClientOptions>>().Value;
            http.BaseAddress = HttpAddress.WithSlash(options.BaseAddress);
            http.Timeout = Timeout.InfiniteTimeSpan;
            return new HttpPlacementClient(http, options.Calls, provider.GetService<TimeProvider>(), provider.GetService<Random>());
        });
    }

    private static GatewayPlacementClient Gateway(IServiceProvider provider, IGrainFactory grains, Caller caller, CallOptions calls) =>
        new(grains, caller, calls, provider.GetService<TimeProvider>(), provider.GetService<Random>());

    private static OptionsBuilder<TOptions> AddValidated<TOptions, TValidator>(this IServiceCollection services, Action<TOptions>? configure)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>());
        return services.AddOptions<TOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
    }
}
