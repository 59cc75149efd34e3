using Fulcrum.Client;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Orders;
using Fulcrum.Silo.Storage.Postgres;
using Fulcrum.Silo.Tests.Engine;
using Fulcrum.Silo.Tests.Storage;
using Fulcrum.Silo.Tests.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace Fulcrum.Silo.Tests.Cluster;

/// <summary>Three silos, a database server of their own, callers and a reader of the feed; and what must hold when all of it is over.</summary>
internal sealed class ClusterUnderFire : IAsyncDisposable
{
    private static readonly TimeSpan SettleMax = TimeSpan.FromSeconds(120);

    private readonly CancellationTokenSource _stop = new();
    private readonly ServiceProvider _services;
    private readonly TestDatabase _database;
    private readonly Task _load;
    private readonly Task _reader;

    private ClusterUnderFire(OwnPostgres server, TestDatabase database, SiloSet silos, ServiceProvider services, int seed)
    {
        (Server, _database, Silos, _services) = (server, database, silos, services);
        IPlacementClient client = services.GetRequiredService<IPlacementClient>();
        (Load, Feed) = (new OrderLoad(client), new FeedFollower(client));
        _load = Load.RunAsync(seed, _stop.Token);
        _reader = Feed.RunAsync(_stop.Token);
    }

    public OwnPostgres Server { get; }

    public SiloSet Silos { get; }

    public OrderLoad Load { get; }

    public FeedFollower Feed { get; }

    public static async Task<ClusterUnderFire> StartAsync(int seed)
    {
        OwnPostgres server = await OwnPostgres.StartAsync();
        TestDatabase database = TestDatabase.On(server.ConnectionString);
        SiloSet silos = await SiloSet.StartAsync(database, "--Fulcrum:Holds:ProbeSeconds", "2");
        ServiceCollection services = new();
        services.AddFulcrumHttpClient(options =>
        {
            options.BaseAddress = silos.Addresses[0];
            (options.Calls.AttemptTimeout, options.Calls.AttemptsMax, options.Calls.RetryDelayMax) = (TimeSpan.FromSeconds(4), 20, TimeSpan.FromSeconds(2));
        }).AddHttpMessageHandler(() => new SpreadingHandler(silos));
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IPlacementClient>().ImportAsync(OrderLoad.Federation, cancellationToken: TestContext.Current.CancellationToken);
        return new ClusterUnderFire(server, database, silos, provider, seed);
    }

    /// <summary>Ends the load, waits until everything has settled, and checks what must hold; answers a line about it.</summary>
    public async Task<string> ShouldHaveKeptEverythingAsync()
    {
        await Silos.ReviveAsync();
        await _stop.CancelAsync();
        await Task.WhenAll(_load, _reader);
        long stoppedAt = TimeProvider.System.GetTimestamp();
        await UntilNothingIsHeldAsync();
        TimeSpan settled = TimeProvider.System.GetElapsedTime(stoppedAt);
        long orders = (await _database.SettledAsync()).Checks.Single(static row => row.Check == Grains.Verification.VerificationCheck.Orders).Checked;
        await ShouldHaveLostNothingAsync();
        await ShouldHaveReadEverythingAsync();
        return $"{orders} orders recorded, {Load.Answered.Count} answered, {Load.Refused} refused for want of capacity, {Load.Failures.Count} requests failed after all tries{Reasons()}; {Feed.Read.Count} events read, resumed {Feed.Resumed} times; nothing left open {settled.TotalSeconds:0} s after the load ended";
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Silos.Dispose();
        await _services.DisposeAsync();
        Server.Dispose();
        _stop.Dispose();
    }

    private string Reasons() => string.Concat(Load.Failures.GroupBy(static failure => failure.Message).Select(static same => $" ({same.Count()} × {same.Key})"));

    private async Task UntilNothingIsHeldAsync()
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(SettleMax);
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(500));
        const string open = "SELECT stream || ' ' || state FROM stream_head WHERE kind = 'order' AND state = 'held' UNION ALL SELECT stream FROM stream_head WHERE next_due IS NOT NULL";
        while ((await _database.QueryAsync(open, static row => row.GetString(0))).Count > 0) await pause.WaitForNextTickAsync(timeout.Token);
    }

    private async Task ShouldHaveLostNothingAsync()
    {
        IPlacementClient client = _services.GetRequiredService<IPlacementClient>();
        foreach (OrderResource answered in Load.Answered.Values)
        {
            OrderResource now = await client.GetOrderAsync(answered.Id, TestContext.Current.CancellationToken);
            now.Version.ShouldBeGreaterThanOrEqualTo(answered.Version, answered.Id);
            now.Plan!.PriceMonthly.ShouldBe(answered.Plan!.PriceMonthly, answered.Id);
            OrderState[] possible = answered.State == OrderState.Confirmed ? [OrderState.Confirmed, OrderState.Cancelled]
                : answered.State == OrderState.Held ? [OrderState.Expired, OrderState.Confirmed, OrderState.Cancelled] : [answered.State];
            possible.ShouldContain(now.State, answered.Id);
        }
    }

    private async Task ShouldHaveReadEverythingAsync()
    {
        await Feed.ReadToEndAsync();
        List<(string, string, long)> stored = await _database.QueryAsync(
            "SELECT transaction_id, sequence, stream, version FROM event ORDER BY transaction_id, sequence",
            static row => (PostgresFeedCursor.Format(row.GetFieldValue<ulong>(0), row.GetInt64(1)), row.GetString(2), row.GetInt64(3)));
        Feed.Read.Count.ShouldBe(stored.Count);
        Feed.Read.SequenceEqual(stored).ShouldBeTrue("The feed was read in another order than that of its cursors.");
    }
}
