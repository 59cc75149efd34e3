using System.Text;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Silo.Tests.Storage;

/// <summary>What every event store must do, on a real database.</summary>
public abstract class EventStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private IEventStore _store = null!;

    private IStreamCatalog Catalog => (IStreamCatalog)_store;

    private IEventFeed Feed => (IEventFeed)_store;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = (IEventStore)await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_store).DisposeAsync();
        await DropAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<object> CreateAsync();

    private protected virtual ValueTask DropAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_stream_that_does_not_exist_has_version_and_fence_zero()
    {
        StreamTail tail = await _store.ReadAsync("pool:none", 0, Token);
        (tail.Version, tail.Fence, tail.Events.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task What_was_appended_is_read_back_in_order_from_any_version()
    {
        (await Append("pool:a", 0, events: 3)).ShouldBe(AppendOutcome.Appended);
        (await Append("pool:a", 3, events: 2)).ShouldBe(AppendOutcome.Appended);
        StreamTail tail = await _store.ReadAsync("pool:a", 2, Token);
        tail.Version.ShouldBe(5);
        tail.Events.Select(stored => stored.Version).ShouldBe([3, 4, 5]);
        StoredEvent last = tail.Events[^1];
        (last.Type, last.At, last.CommandId).ShouldBe(("test.event.1", Noon, new Guid(5, 0, 0, new byte[8])));
        last.Payload.ToArray().ShouldBe("{\"n\":5}"u8.ToArray());
    }

    [Fact]
    public async Task An_append_with_another_version_or_fence_changes_nothing()
    {
        await Append("pool:a", 0);
        (await Append("pool:a", 0)).ShouldBe(AppendOutcome.Refused);
        (await Append("pool:a", 2)).ShouldBe(AppendOutcome.Refused);
        (await Append("pool:a", 1, fence: 1)).ShouldBe(AppendOutcome.Refused);
        (await Append("pool:none", 4)).ShouldBe(AppendOutcome.Refused);
        (await _store.ReadAsync("pool:a", 0, Token)).Events.Count.ShouldBe(1);
        (await _store.ReadAsync("pool:none", 0, Token)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Head_rows_are_found_by_name()
    {
        await Append("order:a", 0, events: 2);
        await Append("order:b", 0);
        await Append("order:c", 0);
        IReadOnlyList<StreamHead> heads = await _store.FindHeadsAsync(["order:b", "order:none", "order:a"], Token);
        heads.OrderBy(head => head.Stream).Select(head => (head.Stream, head.Version)).ShouldBe([("order:a", 2L), ("order:b", 1L)]);
        (await _store.FindHeadsAsync([], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_raised_fence_refuses_appends_of_before_also_on_a_stream_that_does_not_exist_yet()
    {
        (await _store.RaiseFenceAsync("pool:new", Token)).ShouldBe(1);
        (await Append("pool:new", 0)).ShouldBe(AppendOutcome.Refused);
        (await Append("pool:new", 0, fence: 1)).ShouldBe(AppendOutcome.Appended);
        (await _store.RaiseFenceAsync("pool:new", Token)).ShouldBe(2);
        (await Append("pool:new", 1, fence: 1)).ShouldBe(AppendOutcome.Refused);
        (await Append("pool:new", 1, fence: 2)).ShouldBe(AppendOutcome.Appended);
        (await _store.ReadAsync("pool:new", 0, Token)).Fence.ShouldBe(2);
    }

    [Fact]
    public async Task Of_many_concurrent_first_appends_exactly_one_lands()
    {
        AppendOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Append("pool:race", 0)));
        outcomes.Count(outcome => outcome == AppendOutcome.Appended).ShouldBe(1);
        (await _store.ReadAsync("pool:race", 0, Token)).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Concurrent_appends_to_many_streams_all_land()
    {
        AppendOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Append($"pool:p{i}", 0, events: 2)));
        outcomes.ShouldAllBe(outcome => outcome == AppendOutcome.Appended);
        (await _store.ReadAsync("pool:p999", 0, Token)).Events.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Lists_filter_page_and_count_head_rows()
    {
        for (int i = 0; i < 5; i++) await Append($"order:t/{i}", 0, head: Head("order", state: i % 2 == 0 ? "held" : "confirmed", owner: "acme", tenant: "t"));
        await Append("order:u/9", 0, head: Head("order", state: "held", owner: "acme", tenant: "u"));
        HeadPage first = await Catalog.ReadHeadsAsync(new HeadQuery { Kind = "order", Tenant = "t", State = "held", Limit = 2, Count = true }, Token);
        first.Heads.Select(head => head.Stream).ShouldBe(["order:t/0", "order:t/2"]);
        first.Total.ShouldBe(3);
        HeadPage second = await Catalog.ReadHeadsAsync(new HeadQuery { Kind = "order", Tenant = "t", State = "held", Limit = 2, After = first.Next }, Token);
        second.Heads.Select(head => head.Stream).ShouldBe(["order:t/4"]);
        second.Next.ShouldBeNull();
        HeadPage descending = await Catalog.ReadHeadsAsync(new HeadQuery { Kind = "order", Owner = "acme", Limit = 1, Descending = true }, Token);
        descending.Heads[0].Stream.ShouldBe("order:u/9");
        descending.Heads[0].Fields.Summary!.Value.ToArray().ShouldBe("{}"u8.ToArray());
    }

    [Fact]
    public async Task A_head_row_without_a_summary_is_read_without_one()
    {
        await Append("pool:bare", 0, head: new HeadFields { Kind = "pool", Summary = default(ReadOnlyMemory<byte>) });
        (await Catalog.ReadHeadsAsync(new HeadQuery { Kind = "pool" }, Token)).Heads.ShouldHaveSingleItem().Fields.Summary.ShouldBeNull();
    }

    [Fact]
    public async Task Due_streams_are_found_when_their_time_has_come_each_in_one_partition()
    {
        for (int i = 0; i < 20; i++) await Append($"order:t/{i}", 0, head: Head("order", due: Noon.AddSeconds(i)));
        await Append("order:t/never", 0, head: Head("order"));
        List<string> due = [];
        for (int partition = 0; partition < 3; partition++)
        {
            due.AddRange((await Catalog.ReadDueAsync(Noon.AddSeconds(9), partition, 3, null, 100, Token)).Select(head => head.Stream));
        }

        due.Count.ShouldBe(10);
        due.Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public async Task Due_streams_are_read_on_from_where_the_last_page_ended()
    {
        for (int i = 0; i < 7; i++) await Append($"order:t/{i}", 0, head: Head("order", due: Noon.AddSeconds(i / 3)));
        List<string> due = [];
        DuePosition? after = null;
        while (true)
        {
            IReadOnlyList<StreamHead> page = await Catalog.ReadDueAsync(Noon.AddSeconds(9), 0, 1, after, 2, Token);
            due.AddRange(page.Select(head => head.Stream));
            if (page.Count < 2) break;
            after = new DuePosition(page[^1].Fields.NextDue!.Value, page[^1].Stream);
        }

        due.ShouldBe(Enumerable.Range(0, 7).Select(i => $"order:t/{i}"));
    }

    [Fact]
    public async Task A_summary_stays_until_another_is_written_and_figures_do_not()
    {
        await Append("pool:a", 0, head: Head("pool") with { Figures = "{\"n\":1}"u8.ToArray() });
        await Append("pool:a", 1, head: new HeadFields { Kind = "pool", Figures = "{\"n\":2}"u8.ToArray() });
        HeadFields fields = (await Catalog.ReadHeadsAsync(new HeadQuery { Kind = "pool" }, Token)).Heads.ShouldHaveSingleItem().Fields;
        fields.Summary!.Value.ToArray().ShouldBe("{}"u8.ToArray());
        fields.Figures!.Value.ToArray().ShouldBe("{\"n\":2}"u8.ToArray());
    }

    [Fact]
    public async Task The_feed_has_every_event_once_in_stream_order_while_writers_write()
    {
        Task writers = Task.WhenAll(Enumerable.Range(0, 20).Select(async stream =>
        {
            for (int i = 0; i < 20; i++) await Append($"pool:w{stream}", i);
        }));
        List<FeedEvent> read = [];
        string? cursor = null;
        bool wereDone = false;
        using CancellationTokenSource timeout = ShownTimeout();
        while (true)
        {
            FeedPage page = await Feed.ReadFeedAsync(new FeedQuery(cursor, 7, null, []), timeout.Token);
            read.AddRange(page.Events);
            cursor = page.Next;
            if (page.Events.Count == 0 && wereDone && read.Count >= 400) break;
            wereDone = writers.IsCompleted;
        }

        await writers;
        read.Count.ShouldBe(400);
        foreach (IGrouping<string, FeedEvent> stream in read.GroupBy(item => item.Stream))
        {
            stream.Select(item => item.Event.Version).ShouldBe(Enumerable.Range(1, 20).Select(version => (long)version));
        }
    }

    [Fact]
    public async Task The_feed_filters_by_tenant_type_and_stream_and_refuses_foreign_cursors()
    {
        await Append("pool:a", 0, head: Head("pool"));
        await Append("order:t/1", 0, head: Head("order", tenant: "t"));
        await Append("order:u/1", 0, head: Head("order", tenant: "u"));
        using CancellationTokenSource timeout = ShownTimeout();
        while ((await Feed.ReadFeedAsync(new FeedQuery(null, 10, null, []), timeout.Token)).Events.Count < 3)
        {
        }

        (await Feed.ReadFeedAsync(new FeedQuery(null, 10, "t", []), Token)).Events.Select(item => item.Stream).ShouldBe(["pool:a", "order:t/1"]);
        (await Feed.ReadFeedAsync(new FeedQuery(null, 10, null, ["other.1"]), Token)).Events.ShouldBeEmpty();
        (await Feed.ReadFeedAsync(new FeedQuery(null, 10, null, ["test.event.1"], "order:u/1"), Token)).Events.Count.ShouldBe(1);
        await Should.ThrowAsync<FormatException>(async () => await Feed.ReadFeedAsync(new FeedQuery("nonsense", 10, null, []), Token));
    }

    /// <summary>Transactions of other databases of a server may hold the feed back for a while.</summary>
    private static CancellationTokenSource ShownTimeout()
    {
        CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(Token);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        return timeout;
    }

    private Task<AppendOutcome> Append(string stream, long expected, long fence = 0, int events = 1, HeadFields? head = null)
    {
        NewEvent[] added = [.. Enumerable.Range((int)expected + 1, events).Select(n => new NewEvent("test.event.1", new Guid(n, 0, 0, new byte[8]), Noon, Encoding.UTF8.GetBytes($"{{\"n\":{n}}}")))];
        return _store.AppendAsync(new AppendRequest(stream, expected, fence, head ?? Head("pool"), added), Token).AsTask();
    }

    private static HeadFields Head(string kind, string state = "", string owner = "", string tenant = "", DateTimeOffset? due = null) =>
        new() { Kind = kind, State = state, Owner = owner, Tenant = tenant, NextDue = due, Summary = "{}"u8.ToArray() };
}
