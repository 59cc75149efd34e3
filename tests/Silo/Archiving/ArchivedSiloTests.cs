using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Orders;
using Fulcrum.Silo.Archiving;
using Fulcrum.Silo.Tests.Engine;
using Fulcrum.Silo.Tests.Verification;

namespace Fulcrum.Silo.Tests.Archiving;

/// <summary>A silo whose database is archived by the command while it serves.</summary>
public sealed class ArchivedSiloTests
{
    private static readonly string[] Paths =
    [
        "orders/confirmed", "orders/cancelled", "orders/rejected", "orders/cancelled/decision", "orders/rejected/decision", "orders/cancelled/events", "orders/confirmed/events",
        "orders?limit=100", "events?limit=1000", "events?limit=1000&type=order.held.2",
    ];

    private static readonly TimeSpan ShownMax = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Everything_is_answered_as_before_and_the_database_is_clean(string provider)
    {
        using TestDatabase database = await TestDatabase.CreateAsync(provider);
        string[] before;
        await using (EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database))
        {
            (await silo.Gateway.ImportAsync(Calls.Context("import"), SmallMarket.Of(vcpu: 4))).ShouldSucceed();
            (await PlaceAsync(silo, "confirmed", confirm: true)).ShouldSucceed();
            (await PlaceAsync(silo, "cancelled", confirm: false)).ShouldSucceed();
            (await PlaceAsync(silo, "rejected", confirm: false)).Failure.ShouldNotBeNull();
            (await silo.Gateway.CancelAsync(Calls.Context(), "cancelled")).ShouldSucceed();
            await NothingDueAsync(database);
            await database.SettledAsync();
            before = await ReadAsync(silo, database);
            StringWriter output = new();
            (await ArchiveCommand.RunAsync([.. database.Settings, "--older-than", "0d"], output, TextWriter.Null)).ShouldBe(0);
            output.ToString().ShouldContain("older than 0 days.");
            (await CountAsync(database, "stream = 'order:development/cancelled'")).ShouldBeGreaterThan(3);
            (await CountAsync(database, "stream = 'order:development/rejected'")).ShouldBeGreaterThan(1);
            (await CountAsync(database, "stream LIKE 'key:%'")).ShouldBe(4);
            (await CountAsync(database, "stream NOT LIKE 'key:%' AND stream NOT IN ('order:development/cancelled', 'order:development/rejected')")).ShouldBe(0);
            (await ReadAsync(silo, database)).ShouldBe(before);
        }

        await using (EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database))
        {
            (await ReadAsync(silo, database)).ShouldBe(before);
            (await PlaceAsync(silo, "cancelled", confirm: false)).ShouldSucceed().State.ShouldBe(OrderState.Cancelled, "The same request has the recorded answer.");
            (await silo.Gateway.CancelAsync(Calls.Context(), "confirmed")).ShouldSucceed();
            (await PlaceAsync(silo, "more", confirm: true)).ShouldSucceed();
            await database.SettledAsync();
        }
    }

    private static Task<Answer<OrderView>> PlaceAsync(EmbeddedSilo silo, string id, bool confirm) =>
        silo.Gateway.PlaceAsync(Calls.Context("key-" + id, "the same"), new OrderRequest { Order = SmallMarket.Order(id), Confirm = confirm });

    /// <summary>Waits for what actors still do by themselves: a provider hears of its new pool a few seconds later.</summary>
    private static async Task NothingDueAsync(TestDatabase database)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(Token);
        timeout.CancelAfter(ShownMax);
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(100));
        while ((await database.QueryAsync("SELECT stream FROM stream_head WHERE next_due IS NOT NULL", static row => row.GetString(0))).Count > 0) await pause.WaitForNextTickAsync(timeout.Token);
    }

    /// <summary>Reads when the feed shows everything: transactions of other databases of the server may hold it back for a while.</summary>
    private static async Task<string[]> ReadAsync(EmbeddedSilo silo, TestDatabase database)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(Token);
        timeout.CancelAfter(ShownMax);
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(50));
        long stored = await CountAsync(database, "true") + (await database.QueryAsync("SELECT count(*) FROM event", static row => row.GetInt64(0))).Single();
        while ((await silo.Gateway.ReadEventsAsync(Calls.Context().Caller, new EventQuery { Limit = 1_000 })).ShouldSucceed().Items.Length < stored) await pause.WaitForNextTickAsync(timeout.Token);
        using HttpClient http = new() { BaseAddress = new Uri(silo.Url, "/api/v1/") };
        List<string> bodies = [];
        foreach (string path in Paths) bodies.Add($"{path}: {await http.GetStringAsync(path, Token)}");
        return [.. bodies];
    }

    private static async Task<long> CountAsync(TestDatabase database, string where) =>
        (await database.QueryAsync($"SELECT count(*) FROM event_archive WHERE {where}", static row => row.GetInt64(0))).Single();
}
