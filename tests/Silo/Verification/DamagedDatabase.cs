using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Orders;
using Fulcrum.Silo.Tests.Engine;
using Npgsql;

namespace Fulcrum.Silo.Tests.Verification;

/// <summary>A database with an order of each kind and a snapshot of a pool, made once; copies of it are damaged.</summary>
public abstract class DamagedDatabase(string provider) : IAsyncLifetime
{
    private const int Orders = 520;
    private const int OrdersAtOnce = 16;

    /// <summary>The order that is held, the one that is quoted, and the pool that holds; everything else is done.</summary>
    private const int StreamsThatWait = 3;

    private static readonly TimeSpan SnapshotMax = TimeSpan.FromSeconds(60);

    private TestDatabase _database = null!;

    internal Task<TestDatabase> CopyAsync() => _database.CopyAsync();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        await FillAsync();
        NpgsqlConnection.ClearAllPools();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task FillAsync()
    {
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(_database);
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 10_000))).ShouldSucceed();
        await PlaceAsync(silo, "confirmed", confirm: true);
        await PlaceAsync(silo, "cancelled", confirm: false);
        (await silo.Gateway.CancelAsync(Calls.Context(), "cancelled")).ShouldSucceed();
        (await silo.Gateway.QuoteAsync(Calls.Context(), new QuoteRequest { Order = SmallMarket.Order("quoted") })).ShouldSucceed();
        await Parallel.ForEachAsync(Enumerable.Range(0, Orders), new ParallelOptions { MaxDegreeOfParallelism = OrdersAtOnce }, async (i, _) =>
        {
            await PlaceAsync(silo, $"many{i}", confirm: false);
            (await silo.Gateway.CancelAsync(Calls.Context(), $"many{i}")).ShouldSucceed();
        });
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(50));
        using CancellationTokenSource timeout = new(SnapshotMax);
        while ((await _database.QueryAsync("SELECT 1 FROM grain_state", static row => row.GetInt32(0))).Count == 0) await pause.WaitForNextTickAsync(timeout.Token);
        (await PlaceAsync(silo, "held", confirm: false)).ShouldBe(OrderState.Held);
        await _database.SettledAsync();
        while ((await _database.QueryAsync("SELECT 1 FROM stream_head WHERE next_due IS NOT NULL", static row => row.GetInt32(0))).Count > StreamsThatWait) await pause.WaitForNextTickAsync(timeout.Token);
    }

    private static async Task<OrderState> PlaceAsync(EmbeddedSilo silo, string id, bool confirm) =>
        (await silo.Gateway.PlaceAsync(Calls.Context("key-" + id), new OrderRequest { Order = SmallMarket.Order(id), Confirm = confirm })).ShouldSucceed().State;
}
