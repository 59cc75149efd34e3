using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Orders;
using Fulcrum.Silo.Archiving;
using Fulcrum.Silo.Tests.Engine;
using Fulcrum.Silo.Tests.Verification;
using Npgsql;

namespace Fulcrum.Silo.Tests.Storage;

/// <summary>Backups that are taken while a silo serves, and restored elsewhere.</summary>
public sealed class RestoreTests
{
    private const int OrdersBefore = 12;
    private const int OrdersLost = 5;
    private const int PageSize = 1_000;
    private const int TransactionsAhead = 3_000;

    private const string SqliteRestored = "UPDATE sqlite_sequence SET seq = seq + 4294967296 WHERE name = 'event'";

    [Fact]
    public async Task A_dump_restored_on_another_server_serves_verifies_and_keeps_cursors()
    {
        using OwnPostgres old = await OwnPostgres.StartAsync();
        using OwnPostgres fresh = await OwnPostgres.StartAsync();
        TestDatabase source = TestDatabase.On(old.ConnectionString);
        TestDatabase target = TestDatabase.On(fresh.ConnectionString);
        await source.ExecuteAsync($"DO $$ BEGIN FOR i IN 1..{TransactionsAhead} LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$");
        await RestoreAsync(source, target, () => DumpAsync(source.ConnectionString, target.ConnectionString));
        (await target.QueryAsync("SELECT shift FROM feed_clock", static row => row.GetInt64(0))).Single().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_dump_restored_on_the_same_server_needs_no_shift()
    {
        TestDatabase source = await TestDatabase.CreateAsync("postgres");
        TestDatabase target = await TestDatabase.CreateAsync("postgres");
        await RestoreAsync(source, target, () => DumpAsync(source.ConnectionString, target.ConnectionString));
        (await target.QueryAsync("SELECT shift FROM feed_clock", static row => row.GetInt64(0))).Single().ShouldBe(0);
    }

    [Fact]
    public async Task A_copy_of_a_SQLite_file_serves_verifies_and_keeps_cursors()
    {
        using TestDatabase source = await TestDatabase.CreateAsync("sqlite");
        using TestDatabase target = await TestDatabase.CreateAsync("sqlite");
        await RestoreAsync(source, target, async () =>
        {
            await source.BackUpAsync(target);
            await target.ExecuteAsync(SqliteRestored);
        });
    }

    private static async Task RestoreAsync(TestDatabase source, TestDatabase target, Func<Task> copyAsync)
    {
        EventPage before;
        EventPage beyond;
        await using (EmbeddedSilo silo = await EmbeddedSilo.StartAsync(source))
        {
            (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 1_000))).ShouldSucceed();
            await PlaceAsync(silo, "before", OrdersBefore);
            await source.SettledAsync();
            (await ArchiveCommand.RunAsync([.. source.Settings, "--older-than", "0d"], TextWriter.Null, TextWriter.Null)).ShouldBe(0);
            before = await ReadAsync(silo, after: null);
            await copyAsync();
            await PlaceAsync(silo, "lost", OrdersLost);
            beyond = await ReadAsync(silo, before.NextCursor);
        }

        await using EmbeddedSilo restored = await EmbeddedSilo.StartAsync(target);
        (await target.VerifyAsync()).ShouldBeClean();
        EventPage middle = await ReadAsync(restored, before.Items[before.Items.Length / 2].Cursor);
        middle.Items.Select(static item => item.Cursor).Take(before.Items.Length - (before.Items.Length / 2) - 1).ShouldBe(before.Items.Skip((before.Items.Length / 2) + 1).Select(static item => item.Cursor));
        (await PlaceAsync(restored, "after", 1)).ShouldBe(OrderState.Confirmed);
        string[] seen = [.. (await ReadAsync(restored, before.NextCursor)).Items.Select(static item => item.Subject)];
        seen.ShouldContain("order:development/after0");
        seen.ShouldNotContain("order:development/lost0");
        (await ReadAsync(restored, beyond.NextCursor)).Items.Select(static item => item.Subject).ShouldContain("order:development/after0", "A reader who has seen what was lost must not miss what is new.");
        (await target.SettledAsync()).ShouldBeClean();
    }

    private static async Task DumpAsync(string source, string target)
    {
        string file = Path.GetTempFileName();
        await OwnPostgres.RunAsync("pg_dump", "--format=custom", "--exclude-table-data=membership", "--exclude-table-data=membership_version", $"--file={file}", $"--dbname={Uri(source)}");
        await OwnPostgres.RunAsync("pg_restore", "--exit-on-error", "--no-owner", $"--dbname={Uri(target)}", file);
        File.Delete(file);
    }

    private static string Uri(string connectionString)
    {
        NpgsqlConnectionStringBuilder parts = new(connectionString);
        return $"postgresql://{parts.Username}@{parts.Host}:{parts.Port}/{parts.Database}";
    }

    private static async Task<EventPage> ReadAsync(EmbeddedSilo silo, string? after) =>
        (await silo.Gateway.ReadEventsAsync(Calls.Context().Caller, new EventQuery { After = after, Limit = PageSize })).ShouldSucceed();

    private static async Task<OrderState> PlaceAsync(EmbeddedSilo silo, string name, int count)
    {
        OrderState state = default;
        for (int i = 0; i < count; i++)
        {
            state = (await silo.Gateway.PlaceAsync(Calls.Context($"{name}-{i}"), new OrderRequest { Order = SmallMarket.Order($"{name}{i}"), Confirm = true })).ShouldSucceed().State;
        }

        return state;
    }
}
