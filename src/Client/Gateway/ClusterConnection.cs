using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Fulcrum.Client.Gateway;

/// <summary>How the Orleans client finds the cluster.</summary>
internal static class ClusterConnection
{
    private const string NpgsqlInvariant = "Npgsql";

    private static readonly IPEndPoint LocalGateway = new(IPAddress.Loopback, 30_000);

    /// <summary>Configures the Orleans client by <see cref="FulcrumClientOptions"/>.</summary>
    public static void Configure(IClientBuilder client, bool usesPostgres)
    {
        client.Services.AddOptions<ClusterOptions>().Configure<IOptions<FulcrumClientOptions>>(
            static (cluster, options) => (cluster.ClusterId, cluster.ServiceId) = (options.Value.ClusterId, options.Value.ClusterId));
        client.Services.AddOptions<ClientMessagingOptions>().Configure<IOptions<FulcrumClientOptions>>(
            static (messaging, options) => messaging.ResponseTimeout = Longest(options.Value.Calls.AttemptTimeout, options.Value.Calls.ImportTimeout));
        if (usesPostgres) client.UseAdoNetClustering(static database => database.Configure<IOptions<FulcrumClientOptions>>(Configure));
        else client.UseStaticClustering(static gateways => gateways.Configure<IOptions<FulcrumClientOptions>>(Configure));
    }

    /// <summary>Whether a text is an IP address with a port.</summary>
    public static bool IsAddress(string text) => IPEndPoint.TryParse(text, out IPEndPoint? address) && address.Port != 0;

    private static void Configure(AdoNetClusteringClientOptions database, IOptions<FulcrumClientOptions> options) =>
        (database.Invariant, database.ConnectionString) = (NpgsqlInvariant, options.Value.PostgresConnectionString!);

    private static void Configure(StaticGatewayListProviderOptions gateways, IOptions<FulcrumClientOptions> options)
    {
        IEnumerable<IPEndPoint> addresses = options.Value.Gateways.Count == 0 ? [LocalGateway] : options.Value.Gateways.Select(IPEndPoint.Parse);
        gateways.Gateways = [.. addresses.Select(static address => address.ToGatewayUri())];
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
