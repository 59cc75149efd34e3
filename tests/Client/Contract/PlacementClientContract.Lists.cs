using Fulcrum.Client.Tests.Doubles;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Client.Tests.Contract;

public abstract partial class PlacementClientContract
{
    [Fact]
    public async Task A_list_is_read_to_its_end()
    {
        _transport.Gateway.Locations = [.. Enumerable.Range(0, 5).Select(static i => Canned.Location($"l{i}"))];
        List<string> ids = [];
        await foreach (LocationResource location in _client.ListLocations(new PageQuery { Limit = 2 }).WithCancellation(Cancellation)) ids.Add(location.Id);
        ids.ShouldBe(["l0", "l1", "l2", "l3", "l4"]);
        _transport.Gateway.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page()
    {
        _transport.Gateway.Locations = [.. Enumerable.Range(0, 5).Select(static i => Canned.Location($"l{i}"))];
        Pageable<LocationResource> list = _client.ListLocations(new PageQuery { Limit = 4 });
        ListResource<LocationResource> first = await list.ReadPageAsync(cancellationToken: Cancellation);
        (first.Items.Length, first.TotalItems).ShouldBe((4, 5));
        ListResource<LocationResource> second = await list.ReadPageAsync(first.NextCursor, Cancellation);
        second.Items.ShouldHaveSingleItem().Id.ShouldBe("l4");
        second.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task The_feed_is_read_to_its_end()
    {
        Publish(5);
        EventStreamOptions options = new() { Follow = false, PageSize = 2 };
        List<EventResource> events = [];
        await foreach (EventResource item in _client.StreamEventsAsync(options, Cancellation)) events.Add(item);
        events.Select(static item => item.Data.GetProperty("position").GetInt32()).ShouldBe([0, 1, 2, 3, 4]);
        _transport.Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_feed_goes_on_after_the_cursor_of_the_last_event()
    {
        Publish(3);
        EventStreamOptions options = new() { Follow = false };
        string? cursor = null;
        await foreach (EventResource item in _client.StreamEventsAsync(options, Cancellation)) cursor = item.Cursor;
        Publish(2);
        List<long> versions = [];
        await foreach (EventResource item in _client.StreamEventsAsync(options with { After = cursor }, Cancellation)) versions.Add(item.Version);
        versions.ShouldBe([4, 5]);
    }

    [Fact]
    public async Task The_feed_is_followed_beyond_its_end()
    {
        Publish(1);
        EventStreamOptions options = new() { PollInterval = TimeSpan.FromSeconds(2), Types = ["order.held.v1"] };
        await using IAsyncEnumerator<EventResource> feed = _client.StreamEventsAsync(options, Cancellation).GetAsyncEnumerator(Cancellation);
        (await feed.MoveNextAsync()).ShouldBeTrue();
        PendingCall atEnd = _transport.Gateway.Block();
        ValueTask<bool> next = feed.MoveNextAsync();
        await atEnd.Arrived;
        Publish(1);
        atEnd.Release();
        (await next).ShouldBeTrue();
        feed.Current.Version.ShouldBe(2);
        ((EventQuery)_transport.Gateway.Calls[^1].Arguments[0]!).Types.ShouldBe(["order.held.v1"]);
        _transport.Time.Waits.ShouldBe([TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task A_failure_that_passes_does_not_interrupt_the_feed()
    {
        Publish(2);
        _transport.Gateway.Fail(ErrorCodes.Unavailable);
        List<long> versions = [];
        await foreach (EventResource item in _client.StreamEventsAsync(new EventStreamOptions { Follow = false }, Cancellation)) versions.Add(item.Version);
        versions.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task The_events_of_an_order_are_read_by_page()
    {
        Publish(3);
        EventListResource page = await _client.GetOrderEventsAsync("ord-1", new EventQuery { After = Canned.Cursor(1), Limit = 1 }, Cancellation);
        page.Items.ShouldHaveSingleItem().Version.ShouldBe(2);
        page.NextCursor.ShouldBe(Canned.Cursor(2));
        (await _client.ReadEventsAsync(new EventQuery { After = Canned.Cursor(3) }, Cancellation)).NextCursor.ShouldBe(Canned.Cursor(3));
    }

    private void Publish(int count)
    {
        for (int i = 0; i < count; i++) _transport.Gateway.Feed.Enqueue(Canned.Event(_transport.Gateway.Feed.Count));
    }
}
