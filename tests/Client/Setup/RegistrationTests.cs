using System.Net;
using Fulcrum.Client.Gateway;
using Fulcrum.Client.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime.Membership;

namespace Fulcrum.Client.Tests.Setup;

/// <summary>What the registrations put into a host.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task The_gateway_client_finds_silos_at_the_addresses_given()
    {
        await using ServiceProvider provider = Provide(static services => services.AddFulcrumClient(static options =>
        {
            options.ClusterId = "exchange";
            options.Gateways.Add("10.0.0.7:30000");
            options.Calls.ImportTimeout = TimeSpan.FromMinutes(9);
        }));
        provider.GetRequiredService<IPlacementClient>().ShouldBeOfType<GatewayPlacementClient>();
        ClusterOptions cluster = provider.GetRequiredService<IOptions<ClusterOptions>>().Value;
        (cluster.ClusterId, cluster.ServiceId).ShouldBe(("exchange", "exchange"));
        Uri gateway = provider.GetRequiredService<IOptions<StaticGatewayListProviderOptions>>().Value.Gateways.ShouldHaveSingleItem();
        gateway.ToIPEndPoint().ShouldBe(new IPEndPoint(IPAddress.Parse("10.0.0.7"), 30_000));
        provider.GetRequiredService<IOptions<ClientMessagingOptions>>().Value.ResponseTimeout.ShouldBe(TimeSpan.FromMinutes(9));
    }

    [Fact]
    public async Task The_gateway_client_finds_silos_on_this_machine_by_default()
    {
        await using ServiceProvider provider = Provide(static services => services.AddFulcrumClient());
        Uri gateway = provider.GetRequiredService<IOptions<StaticGatewayListProviderOptions>>().Value.Gateways.ShouldHaveSingleItem();
        gateway.ToIPEndPoint().ShouldBe(new IPEndPoint(IPAddress.Loopback, 30_000));
    }

    [Fact]
    public async Task The_gateway_client_finds_silos_in_the_database()
    {
        const string connection = "Host=db;Database=fulcrum";
        await using ServiceProvider provider = Provide(static services => services.AddFulcrumClient(static options => options.PostgresConnectionString = connection));
        AdoNetClusteringClientOptions clustering = provider.GetRequiredService<IOptions<AdoNetClusteringClientOptions>>().Value;
        (clustering.Invariant, clustering.ConnectionString).ShouldBe(("Npgsql", connection));
        provider.GetRequiredService<IGatewayListProvider>().ShouldBeOfType<AdoNetGatewayListProvider>();
    }

    [Fact]
    public async Task The_HTTP_client_is_typed()
    {
        await using ServiceProvider provider = Provide(static services => services.AddFulcrumHttpClient(static options => options.BaseAddress = new Uri("https://engine/base")));
        provider.GetRequiredService<IPlacementClient>().ShouldBeOfType<HttpPlacementClient>();
    }

    private static ServiceProvider Provide(Action<IServiceCollection> register)
    {
        ServiceCollection services = new();
        services.AddLogging();
        register(services);
        return services.BuildServiceProvider();
    }
}
