using System.Net;
using System.Net.Http.Json;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Verification;
using Fulcrum.Silo.Archiving;
using Fulcrum.Silo.Tests.Engine;
using Fulcrum.Silo.Tests.Verification;
using Fulcrum.Silo.Verification;
using Microsoft.Extensions.Time.Testing;

namespace Fulcrum.Silo.Tests.Archiving;

/// <summary>A database with a pool that has a snapshot, archived and shortened: actors start on it, and what is missing is found.</summary>
public abstract class ArchivedDatabaseContract(DamagedDatabase original)
{
    private const string Pool = "'pool:only-pool'";
    private const int CancelledOrders = 521;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pool_starts_from_its_snapshot_and_what_came_after_and_without_it_from_the_archive()
    {
        using TestDatabase copy = await original.CopyAsync();
        ArchiveTally tally = await ArchiveAsync(copy, "--older-than", "0d");
        tally.EventsArchived.ShouldBeGreaterThan(JournalEvents);
        (await ArchiveAsync(copy, "--older-than", "0d")).IsEmpty.ShouldBeTrue("A second run finds nothing to do.");
        long first = await NumberAsync(copy, $"SELECT min(version) FROM event WHERE stream = {Pool}");
        first.ShouldBe(1 + await NumberAsync(copy, $"SELECT max(version) FROM event_archive WHERE stream = {Pool}"));
        (await copy.VerifyAsync()).ShouldBeClean();
        await using (EmbeddedSilo silo = await EmbeddedSilo.StartAsync(copy)) (await PlaceAsync(silo, "next")).ShouldSucceed();
        await copy.ExecuteAsync("DELETE FROM grain_state");
        await using (EmbeddedSilo silo = await EmbeddedSilo.StartAsync(copy)) (await PlaceAsync(silo, "last")).ShouldSucceed();
        (await copy.VerifyAsync()).ShouldBeClean();
    }

    [Theory]
    [InlineData("version = 1", "event 1")]
    [InlineData("version = 3", "event 3")]
    [InlineData("version = (SELECT max(version) FROM event_archive WHERE stream = 'pool:only-pool')", "It is missing")]
    public async Task An_archived_event_that_is_gone_is_found(string where, string found)
    {
        using TestDatabase copy = await original.CopyAsync();
        await ArchiveAsync(copy, "--older-than", "0d");
        (await copy.ExecuteAsync($"DELETE FROM event_archive WHERE stream = {Pool} AND {where}")).ShouldBe(1);
        VerificationReport report = await copy.VerifyAsync();
        report.Findings.ShouldContain(finding => finding.Check == VerificationCheck.Events && $"{finding.Where} {finding.What}".Contains(found, StringComparison.Ordinal), VerificationText.Of(report));
    }

    [Fact]
    public async Task An_event_in_both_places_is_found()
    {
        using TestDatabase copy = await original.CopyAsync();
        await ArchiveAsync(copy, "--older-than", "0d");
        const string columns = "stream, version, sequence, tenant, type, command_id, decided_at, payload";
        string more = copy.IsSqlite ? columns : columns + ", transaction_id";
        await copy.ExecuteAsync($"INSERT INTO event_archive ({more}) SELECT {more} FROM event WHERE stream = 'market:default' AND version = 1");
        (await copy.VerifyAsync()).Findings.ShouldContain(static finding => finding.Check == VerificationCheck.Feed && finding.Where == "event 1 of market:default");
    }

    [Fact]
    public async Task What_retention_has_deleted_is_gone_whole_and_the_rest_is_served_and_clean()
    {
        using TestDatabase copy = await original.CopyAsync();
        ArchiveTally tally = await DeleteAsync(copy);
        tally.StreamsCut.ShouldBe(1);
        tally.StreamsDeleted.ShouldBeGreaterThan(2 * CancelledOrders);
        VerificationReport report = await copy.VerifyAsync();
        report.ShouldBeClean();
        report.FromSnapshots.ShouldBe(1);
        VerificationText.Of(report).ShouldContain("1 streams were replayed from their snapshots");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(copy);
        (await silo.Gateway.GetOrderAsync(Calls.Context().Caller, "cancelled")).Failure!.Code.ShouldBe(ErrorCodes.NotFound);
        (await silo.Gateway.GetOrderAsync(Calls.Context().Caller, "confirmed")).ShouldSucceed().State.ShouldBe(OrderState.Confirmed);
        (await silo.Gateway.GetOrderEventsAsync(Calls.Context().Caller, "confirmed", new EventQuery { Limit = 10 })).ShouldSucceed().Items[0].Version.ShouldBe(1);
        string cursor = await ExpiredAsync(silo);
        OrderView again = (await PlaceAsync(silo, "cancelled")).ShouldSucceed();
        again.State.ShouldBe(OrderState.Confirmed);
        again.Version.ShouldBeGreaterThan(3, "it goes on where the former order of its id ended");
        (await copy.SettledAsync()).FromSnapshots.ShouldBe(1);
        await SeenAsync(silo, cursor, "order:development/cancelled");
    }

    [Fact]
    public async Task What_stands_for_deleted_events_is_not_to_be_lost()
    {
        using TestDatabase copy = await original.CopyAsync();
        using TestDatabase other = await original.CopyAsync();
        await DeleteAsync(copy);
        await DeleteAsync(other);
        await copy.ExecuteAsync("DELETE FROM grain_state");
        (await copy.VerifyAsync()).Findings.ShouldContain(static finding => finding.Check == VerificationCheck.Snapshots && finding.What.Contains("Retention has deleted the events up to", StringComparison.Ordinal) && finding.Remedy.Contains("restore this row", StringComparison.Ordinal));
        (await other.ExecuteAsync($"DELETE FROM event WHERE stream = {Pool} AND version = (SELECT min(version) FROM event WHERE stream = {Pool})")).ShouldBe(1);
        (await other.VerifyAsync()).Findings.ShouldContain(static finding => finding.Check == VerificationCheck.Events && finding.What.StartsWith("It is missing", StringComparison.Ordinal));
    }

    private static readonly TimeSpan SeenMax = TimeSpan.FromSeconds(60);

    private static long JournalEvents => Grains.Journaling.JournalLimits.SnapshotEventsMin;

    private static Task<ArchiveTally> DeleteAsync(TestDatabase database) => ArchiveAsync(database, new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(3)), "--older-than", "0d", "--delete-older-than", "48h");

    private static Task<ArchiveTally> ArchiveAsync(TestDatabase database, params string[] args) => ArchiveAsync(database, TimeProvider.System, args);

    private static async Task<ArchiveTally> ArchiveAsync(TestDatabase database, TimeProvider time, params string[] args) =>
        (await ArchiveCommand.ArchiveAsync(ArchiveArguments.Parse([.. database.Settings, .. args]), time, Token)).Tally;

    private static async Task<string> ExpiredAsync(EmbeddedSilo silo)
    {
        using HttpClient http = new() { BaseAddress = silo.Url };
        HttpResponseMessage answer = await http.GetAsync(new Uri("/api/v1/events", UriKind.Relative), Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        ProblemResource problem = (await answer.Content.ReadFromJsonAsync<ProblemResource>(FulcrumJson.Options, Token))!;
        problem.Code.ShouldBe(ErrorCodes.FeedCursorExpired);
        problem.Detail!.ShouldContain("Read the lists as they are now");
        return problem.Cursor.ShouldNotBeNull();
    }

    /// <summary>Follows the feed until it has an event of a stream; other databases of the server may hold it back for a while.</summary>
    private static async Task SeenAsync(EmbeddedSilo silo, string? cursor, string stream)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(Token);
        timeout.CancelAfter(SeenMax);
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            EventPage page = (await silo.Gateway.ReadEventsAsync(Calls.Context().Caller, new EventQuery { After = cursor, Limit = 1_000 })).ShouldSucceed();
            if (page.Items.Any(item => item.Subject == stream)) return;
            cursor = page.NextCursor;
            await pause.WaitForNextTickAsync(timeout.Token);
        }
    }

    private static Task<Answer<OrderView>> PlaceAsync(EmbeddedSilo silo, string id) =>
        silo.Gateway.PlaceAsync(Calls.Context("key-" + id), new OrderRequest { Order = SmallMarket.Order(id), Confirm = true });

    private static async Task<long> NumberAsync(TestDatabase database, string sql) => (await database.QueryAsync(sql, static row => row.GetInt64(0))).Single();
}
