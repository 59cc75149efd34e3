using System.Text;
using Fulcrum.Grains.Journaling;
using Fulcrum.Silo.Storage.Archive;

namespace Fulcrum.Silo.Tests.Archiving;

/// <summary>What archiving and deleting must do to every event store, on a real database.</summary>
public abstract class ArchiveContract : IAsyncLifetime
{
    private static readonly TimeSpan HeldBackMax = TimeSpan.FromSeconds(60);
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private IEventStore _store = null!;
    private EventArchive _archive = null!;

    private protected static DateTimeOffset After { get; } = Noon.AddDays(1);

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected EventArchive Archive => _archive;

    private IStreamCatalog Catalog => (IStreamCatalog)_store;

    private IEventFeed Feed => (IEventFeed)_store;

    public async ValueTask InitializeAsync()
    {
        (object store, IArchiveDialect dialect) = await CreateAsync();
        (_store, _archive) = ((IEventStore)store, new EventArchive(dialect));
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_store).DisposeAsync();
        await DropAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<(object Store, IArchiveDialect Dialect)> CreateAsync();

    private protected abstract ValueTask DropAsync();

    private protected abstract Task ExecuteAsync(string sql);

    [Fact]
    public async Task What_was_moved_is_read_as_before_from_any_version_and_has_its_place_in_the_feed()
    {
        await Append("pool:a", 0, events: 5);
        await Append("order:t/1", 0, events: 3, Head("order", "cancelled"));
        FeedPage before = await ReadFeedAsync(8);
        (await _archive.MoveAsync("pool:a", below: 4, After, Token)).ShouldBe(3);
        (await _archive.MoveAsync(["order:t/1"], After, Token)).ShouldBe(3);
        for (long after = 0; after <= 5; after++)
        {
            StreamTail tail = await _store.ReadAsync("pool:a", after, Token);
            tail.Version.ShouldBe(5);
            tail.Events.Select(static stored => stored.Version).ShouldBe(Enumerable.Range(1, 5).Select(static version => (long)version).Where(version => version > after));
        }

        StoredEvent first = (await _store.ReadAsync("order:t/1", 0, Token)).Events[0];
        (first.Type, first.At, first.CommandId).ShouldBe(("test.event.1", Noon, new Guid(1, 0, 0, new byte[8])));
        first.Payload.ToArray().ShouldBe("{\"n\":1}"u8.ToArray());
        FeedPage archived = await ReadFeedAsync(8);
        archived.Events.Select(static item => (item.Cursor, item.Stream, item.Event.Version)).ShouldBe(before.Events.Select(static item => (item.Cursor, item.Stream, item.Event.Version)));
        archived.Next.ShouldBe(before.Next);
    }

    [Fact]
    public async Task A_stream_goes_on_after_a_move_and_a_move_done_twice_moves_nothing()
    {
        await Append("order:t/1", 0, events: 3, Head("order", "cancelled"));
        (await _archive.MoveAsync(["order:t/1"], After, Token)).ShouldBe(3);
        (await _archive.MoveAsync(["order:t/1"], After, Token)).ShouldBe(0);
        (await Append("order:t/1", 3)).ShouldBe(AppendOutcome.Appended);
        (await _store.ReadAsync("order:t/1", 0, Token)).Events.Select(static stored => stored.Version).ShouldBe([1, 2, 3, 4]);
        (await _archive.MoveAsync(["order:t/1"], Noon, Token)).ShouldBe(0, "Nothing is older than itself.");
    }

    [Fact]
    public async Task A_move_that_fails_leaves_everything_where_it_was()
    {
        await Append("pool:a", 0, events: 3);
        await Append("pool:b", 0, events: 1);
        await _archive.MoveAsync("pool:b", below: 2, After, Token);
        await ExecuteAsync("UPDATE event_archive SET stream = 'pool:a', version = 2");
        await Should.ThrowAsync<EventStoreUnavailableException>(() => _archive.MoveAsync("pool:a", below: 4, After, Token));
        await ExecuteAsync("DELETE FROM event_archive");
        (await _store.ReadAsync("pool:a", 0, Token)).Events.Count.ShouldBe(3);
        (await _archive.MoveAsync("pool:a", below: 4, After, Token)).ShouldBe(3);
    }

    [Fact]
    public async Task A_deletion_that_fails_leaves_everything_where_it_was()
    {
        await Append("order:t/1", 0, events: 3, Head("order", "cancelled"));
        await _archive.MoveAsync(["order:t/1"], After, Token);
        await ExecuteAsync("ALTER TABLE feed_horizon RENAME TO away");
        await Should.ThrowAsync<EventStoreUnavailableException>(() => _archive.DeleteAsync(["order:t/1"], After, Token));
        await ExecuteAsync("ALTER TABLE away RENAME TO feed_horizon");
        (await _store.ReadAsync("order:t/1", 0, Token)).Events.Count.ShouldBe(3);
        (await ReadFeedAsync(3)).Events.Count.ShouldBe(3);
        (await _archive.DeleteAsync(["order:t/1"], After, Token)).ShouldBe(new Deletion(1, 3));
    }

    [Fact]
    public async Task A_reader_of_the_feed_misses_nothing_and_gets_nothing_twice_while_events_are_appended_and_moved()
    {
        const int streams = 20;
        const int versions = 20;
        Task writers = Task.WhenAll(Enumerable.Range(0, streams).Select(async stream =>
        {
            for (int i = 0; i < versions; i++) await Append($"pool:w{stream}", i);
        }));
        Task mover = MoveWhileAsync(writers, [.. Enumerable.Range(0, streams).Select(static stream => $"pool:w{stream}")]);
        List<FeedEvent> read = [];
        FeedPage page = new([], null);
        while (read.Count < streams * versions || page.Events.Count > 0)
        {
            page = await ReadFeedAsync(new FeedQuery(page.Next, 7, null, []), Math.Min(1, (streams * versions) - read.Count));
            read.AddRange(page.Events);
        }

        await writers;
        await mover;
        read.Count.ShouldBe(streams * versions);
        foreach (IGrouping<string, FeedEvent> stream in read.GroupBy(static item => item.Stream))
        {
            stream.Select(static item => item.Event.Version).ShouldBe(Enumerable.Range(1, versions).Select(static version => (long)version));
        }
    }

    [Fact]
    public async Task Streams_are_read_whole_while_their_events_are_moved()
    {
        const int versions = 400;
        await Append("pool:a", 0, events: versions);
        Task mover = Task.Run(
            async () =>
            {
                for (int below = 2; below <= versions; below++) await _archive.MoveAsync("pool:a", below, After, Token);
            },
            Token);
        while (!mover.IsCompleted)
        {
            StreamTail tail = await _store.ReadAsync("pool:a", 0, Token);
            tail.Events.Select(static stored => stored.Version).ShouldBe(Enumerable.Range(1, versions).Select(static version => (long)version));
        }

        await mover;
    }

    [Fact]
    public async Task The_feed_filters_archived_events_by_tenant_type_and_stream()
    {
        await Append("pool:a", 0);
        await Append("order:t/1", 0, head: Head("order", "cancelled", "t"));
        await Append("order:u/1", 0, head: Head("order", "cancelled", "u"));
        await _archive.MoveAsync(["pool:a", "order:t/1", "order:u/1"], After, Token);
        await Append("pool:a", 1);
        (await ReadFeedAsync(new FeedQuery(null, 10, "t", []), 3)).Events.Select(static item => item.Stream).ShouldBe(["pool:a", "order:t/1", "pool:a"]);
        (await ReadFeedAsync(new FeedQuery(null, 10, null, ["other.1"]), 0)).Events.ShouldBeEmpty();
        (await ReadFeedAsync(new FeedQuery(null, 10, null, ["test.event.1"], "order:u/1"), 1)).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rows_tell_which_streams_are_over_and_when_they_ended()
    {
        await Append("order:t/over", 0, events: 2, Head("order", "expired"));
        await Append("order:t/owes", 0, head: Head("order", "cancelled") with { NextDue = Noon });
        await Append("order:t/runs", 0, head: Head("order", "confirmed"));
        await Append("key:t/1", 0, head: Head("key"));
        await Append("pool:a", 0);
        IReadOnlyList<ArchiveRow> rows = await ReadRowsAsync(EventTable.Event, default, 6);
        rows.Select(static row => row.Place).ShouldBeInOrder();
        rows.Where(static row => row.LastAt == Noon).Select(static row => row.Stream).Distinct().ShouldBe(["order:t/over", "key:t/1"]);
        rows.ShouldAllBe(static row => row.At == Noon);
        await _archive.MoveAsync(["order:t/over"], After, Token);
        (await ReadRowsAsync(EventTable.Archive, default, 2)).ShouldAllBe(static row => row.LastAt == Noon);
        (await _archive.ReadAsync(EventTable.Archive, default, 1, Token)).ShouldHaveSingleItem().LastAt.ShouldBe(Noon);
        (await ReadRowsAsync(EventTable.Event, rows[2].Place, 3)).ShouldBe(rows.Skip(3));
    }

    [Fact]
    public async Task Retention_deletes_only_what_is_over_whole_and_a_stream_of_its_name_goes_on_where_it_ended()
    {
        await Append("order:t/over", 0, events: 2, Head("order", "expired"));
        await Append("order:t/owes", 0, head: Head("order", "cancelled") with { NextDue = Noon });
        await Append("order:t/runs", 0, head: Head("order", "confirmed"));
        await Append("pool:a", 0);
        string[] all = ["order:t/over", "order:t/owes", "order:t/runs", "pool:a"];
        await _archive.MoveAsync(all, After, Token);
        (await _archive.DeleteAsync(all, Noon, Token)).ShouldBe(default);
        (await _archive.DeleteAsync(all, After, Token)).ShouldBe(new Deletion(1, 2));
        (await _archive.DeleteAsync(all, After, Token)).ShouldBe(default);
        StreamTail left = await _store.ReadAsync("order:t/over", 0, Token);
        (left.Version, left.Cut, left.Events.Count).ShouldBe((2, 2, 0));
        HeadFields head = (await _store.FindHeadsAsync(all, Token)).Single(static head => head.Stream == "order:t/over").Fields;
        (head.Kind, head.Tenant, head.State, head.Summary, head.Figures).ShouldBe(("", "", "", null, null));
        (await Catalog.ReadHeadsAsync(new HeadQuery { Kind = "order" }, Token)).Heads.Count.ShouldBe(2);

        (await Append("order:t/over", 0)).ShouldBe(AppendOutcome.Refused, "who remembers nothing is behind, too");
        (await Append("order:t/over", 1)).ShouldBe(AppendOutcome.Refused);
        (await Append("order:t/over", 2, head: Head("order", "received"))).ShouldBe(AppendOutcome.Appended);
        StreamTail next = await _store.ReadAsync("order:t/over", 0, Token);
        (next.Version, next.Cut, next.Events.Count).ShouldBe((3, 2, 1));
        (await Catalog.ReadHeadsAsync(new HeadQuery { Kind = "order" }, Token)).Heads.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_cursor_before_the_last_event_deleted_is_refused_and_told_where_to_go_on()
    {
        await Append("order:t/1", 0, events: 2, Head("order", "cancelled"));
        await Append("order:t/2", 0, head: Head("order", "confirmed"));
        FeedPage before = await ReadFeedAsync(3);
        await _archive.MoveAsync(["order:t/1"], After, Token);
        await _archive.DeleteAsync(["order:t/1"], After, Token);
        (await RefusedAsync(null)).ShouldBe(before.Events[1].Cursor);
        (await RefusedAsync(before.Events[0].Cursor)).ShouldBe(before.Events[1].Cursor);
        (await Feed.ReadFeedAsync(new FeedQuery(before.Events[1].Cursor, 10, null, []), Token)).Events.ShouldHaveSingleItem().Stream.ShouldBe("order:t/2");
        (await Feed.ReadFeedAsync(new FeedQuery(null, 10, null, [], "order:t/2"), Token)).Events.Count.ShouldBe(1, "Nothing of this stream was deleted.");
    }

    [Fact]
    public async Task The_beginning_of_a_stream_is_deleted_and_known_to_be()
    {
        await Append("pool:a", 0, events: 6);
        FeedPage before = await ReadFeedAsync(6);
        await _archive.MoveAsync("pool:a", below: 5, After, Token);
        (await _archive.DeleteAsync("pool:a", below: 3, After, Token)).ShouldBe(new Deletion(0, 2));
        (await _archive.DeleteAsync("pool:a", below: 4, After, Token)).ShouldBe(new Deletion(0, 1));
        (await _store.ReadAsync("pool:a", 3, Token)).Events.Select(static stored => stored.Version).ShouldBe([4, 5, 6]);
        StreamTail beginning = await _store.ReadAsync("pool:a", 0, Token);
        (beginning.Cut, beginning.Events[0].Version, ArchivedReading.IsWhole(beginning, 0)).ShouldBe((3, 4, true));
        (await RefusedAsync(null, "pool:a")).ShouldBe(before.Events[2].Cursor);
        (await Feed.ReadFeedAsync(new FeedQuery(before.Events[2].Cursor, 10, null, [], "pool:a"), Token)).Events.Count.ShouldBe(3);
        (await Catalog.ReadHeadsAsync(new HeadQuery { Kind = "pool" }, Token)).Heads.ShouldHaveSingleItem().Version.ShouldBe(6);
    }

    private protected Task<AppendOutcome> Append(string stream, long expected, int events = 1, HeadFields? head = null)
    {
        NewEvent[] added = [.. Enumerable.Range((int)expected + 1, events).Select(static n => new NewEvent("test.event.1", new Guid(n, 0, 0, new byte[8]), Noon, Encoding.UTF8.GetBytes($"{{\"n\":{n}}}")))];
        return _store.AppendAsync(new AppendRequest(stream, expected, 0, head ?? Head("pool"), added), Token).AsTask();
    }

    private async Task MoveWhileAsync(Task writers, string[] streams)
    {
        for (bool wereDone = false; ; wereDone = writers.IsCompleted)
        {
            await _archive.MoveAsync(streams, After, Token);
            if (wereDone) return;
        }
    }

    private async Task<string> RefusedAsync(string? after, string? stream = null) =>
        (await Should.ThrowAsync<FeedCursorExpiredException>(async () => await Feed.ReadFeedAsync(new FeedQuery(after, 10, null, [], stream), Token))).Horizon;

    private Task<FeedPage> ReadFeedAsync(int count) => ReadFeedAsync(new FeedQuery(null, 100, null, []), count);

    private Task<FeedPage> ReadFeedAsync(FeedQuery query, int count) => WaitAsync(stop => Feed.ReadFeedAsync(query, stop).AsTask(), page => page.Events.Count >= count);

    private Task<IReadOnlyList<ArchiveRow>> ReadRowsAsync(EventTable table, FeedPlace after, int count) =>
        WaitAsync(stop => _archive.ReadAsync(table, after, 100, stop), rows => rows.Count >= count);

    /// <summary>Reads until enough is there: transactions of other tests on the same server hold back what comes after them.</summary>
    private static async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> read, Func<T, bool> isWhole)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(Token);
        timeout.CancelAfter(HeldBackMax);
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            T known = await read(timeout.Token);
            if (isWhole(known)) return known;
            await pause.WaitForNextTickAsync(timeout.Token);
        }
    }

    private static HeadFields Head(string kind, string state = "", string tenant = "") => new() { Kind = kind, State = state, Tenant = tenant, Summary = "{}"u8.ToArray() };
}
