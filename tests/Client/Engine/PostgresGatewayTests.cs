using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Orders;
using Fulcrum.Silo.Hosting;
using Fulcrum.Silo.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Fulcrum.Client.Tests.Engine;

/// <summary>A client that learns from the cluster's database where silos are.</summary>
public sealed class PostgresGatewayTests
{
    private const string Variable = "FULCRUM_TEST_POSTGRES";
    private const string ClusterId = "client-tests";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_finds_the_silos_in_the_clusters_database()
    {
        string database = await CreateDatabaseAsync();
        await using WebApplication silo = await StartSiloAsync(database);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddFulcrumClient(options => (options.ClusterId, options.PostgresConnectionString) = (ClusterId, database));
        using IHost host = builder.Build();
        await host.StartAsync(Cancellation);
        IPlacementClient client = host.Services.GetRequiredService<IPlacementClient>();
        await client.ImportAsync(RealEngine.Federation, cancellationToken: Cancellation);
        OrderResource held = await client.PlaceOrderAsync(new OrderRequest { Order = RealEngine.Order("01-cheapest-vm") }, cancellationToken: Cancellation);
        held.State.ShouldBe(OrderState.Held);
        (await client.GetOrderAsync(held.Id, Cancellation)).Version.ShouldBe(held.Version);
        await host.StopAsync(Cancellation);
        await silo.StopAsync(Cancellation);
    }

    private static async Task<WebApplication> StartSiloAsync(string database)
    {
        string[] args =
        [
            "--urls", "http://127.0.0.1:0", "--Fulcrum:Cluster:SiloPort", "0", "--Fulcrum:Cluster:GatewayPort", "0", "--Fulcrum:Cluster:Id", ClusterId,
            "--Fulcrum:Storage:Provider", "postgres", "--Fulcrum:Storage:ConnectionString", database,
        ];
        WebApplication silo = await SiloHost.BuildAsync(args, static builder => builder.Logging.ClearProviders());
        await silo.StartAsync(Cancellation);
        IReadiness readiness = silo.Services.GetRequiredService<IReadiness>();
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        timeout.CancelAfter(TimeSpan.FromMinutes(2));
        using PeriodicTimer poll = new(TimeSpan.FromMilliseconds(50));
        while (await readiness.ReasonNotReadyAsync(timeout.Token) is not null) await poll.WaitForNextTickAsync(timeout.Token);
        return silo;
    }

    private static async Task<string> CreateDatabaseAsync()
    {
        string server = Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException($"{Variable} names no server. Run eng/test.sh, which starts one, or: export {Variable}=$(eng/postgres.sh start /tmp/fulcrum-postgres)");
        string name = "test_" + Guid.NewGuid().ToString("N");
        await using NpgsqlDataSource dataSource = NpgsqlDataSource.Create(server);
        await using NpgsqlCommand command = dataSource.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync(Cancellation);
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}
