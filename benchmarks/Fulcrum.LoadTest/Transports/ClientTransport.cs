using System.Globalization;
using System.Net;
using Fulcrum.Client;
using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Quantities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fulcrum.LoadTest.Transports;

/// <summary>Calls the client library, over HTTP or over the cluster's gateway.</summary>
internal sealed class ClientTransport : IDriverTransport
{
    private readonly IHost _host;
    private readonly IPlacementClient _client;

    private ClientTransport(IHost host) => (_host, _client) = (host, host.Services.GetRequiredService<IPlacementClient>());

    /// <summary>Makes a client over HTTP.</summary>
    public static Task<ClientTransport> OverHttpAsync(Uri address) => StartAsync(services => services.AddFulcrumHttpClient(options =>
    {
        options.BaseAddress = address;
        TryOnce(options.Calls);
    }));

    /// <summary>Connects to a silo's gateway.</summary>
    public static Task<ClientTransport> OverGatewayAsync(IPEndPoint gateway) => StartAsync(services => services.AddFulcrumClient(options =>
    {
        options.Gateways.Add(string.Create(CultureInfo.InvariantCulture, $"{gateway.Address}:{gateway.Port}"));
        TryOnce(options.Calls);
    }));

    public async Task ImportAsync(FederationDocument federation)
    {
        try
        {
            await _client.ImportAsync(federation);
        }
        catch (PlacementException exception)
        {
            throw new LoadException($"The import was refused: {exception.Code}: {exception.Message}");
        }
    }

    public Task<DriverAnswer> PlaceAsync(OrderRequest request) => RunAsync(() => _client.PlaceOrderAsync(request));

    public Task<DriverAnswer> ConfirmAsync(string orderId) => RunAsync(() => _client.ConfirmOrderAsync(orderId));

    public Task<DriverAnswer> CancelAsync(string orderId) => RunAsync(() => _client.CancelOrderAsync(orderId));

    public Task<DriverAnswer> QuoteAsync(OrderDocument order) => RunAsync(() => _client.QuoteAsync(new QuoteRequest { Order = order }));

    public Task<DriverAnswer> ReadAsync(string orderId) => RunAsync(() => _client.GetOrderAsync(orderId));

    public async Task<PoolReading> ReadPoolAsync(string poolId)
    {
        try
        {
            PoolResource pool = await _client.GetPoolAsync(poolId);
            return new PoolReading(
                pool.Capacity.Select(static entry => KeyValuePair.Create(entry.Key, entry.Value.Sellable)).ToSortedMap(),
                pool.Capacity.Select(static entry => KeyValuePair.Create(entry.Key, entry.Value.Held + entry.Value.Allocated)).ToSortedMap());
        }
        catch (PlacementException exception)
        {
            throw new LoadException($"The pool '{poolId}' cannot be read: {exception.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static async Task<ClientTransport> StartAsync(Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        LogsToError.Configure(builder.Logging.SetMinimumLevel(LogLevel.Warning));
        add(builder.Services);
        IHost host = builder.Build();
        await host.StartAsync();
        return new ClientTransport(host);
    }

    private static void TryOnce(CallOptions calls) => calls.AttemptsMax = 1;

    private static async Task<DriverAnswer> RunAsync(Func<Task<OrderResource>> call)
    {
        try
        {
            OrderResource order = await call();
            return new DriverAnswer(null, [.. order.Holds.Select(static hold => new PoolClaim(hold.ResourcePoolId, hold.Amounts))]);
        }
        catch (PlacementException exception)
        {
            return DriverAnswer.Failed(exception.Code);
        }
    }
}
