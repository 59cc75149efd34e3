using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Client.Tests.Doubles;

/// <summary>A gateway that records what it is asked, answers with canned resources, and first goes through a script of failures.</summary>
internal sealed class ScriptedGateway : IPlacementGatewayGrain
{
    private readonly ConcurrentQueue<Func<Task<Failure?>>> _script = new();
    private readonly ConcurrentQueue<GatewayCall> _calls = new();

    public IReadOnlyList<GatewayCall> Calls => [.. _calls];

    /// <summary>Whether changes are new, and whether they are still being driven to completion.</summary>
    public (bool Created, bool Pending) Outcome { get; set; }

    /// <summary>The feed; grows while tests run.</summary>
    public ConcurrentQueue<EventView> Feed { get; } = new();

    public ImmutableArray<LocationDocument> Locations { get; set; } = [Canned.Location("fr-par")];

    /// <summary>Answers the next call with a failure.</summary>
    public ScriptedGateway Fail(string code, int? retryAfterSeconds = null) => Fail(new Failure { Code = code, Detail = $"Scripted: {code}.", RetryAfterSeconds = retryAfterSeconds });

    /// <summary>Answers the next call with a failure.</summary>
    public ScriptedGateway Fail(Failure failure) => Then(() => Task.FromResult<Failure?>(failure));

    /// <summary>Breaks the next call.</summary>
    public ScriptedGateway Throw(Exception exception) => Then(() => Task.FromException<Failure?>(exception));

    /// <summary>Lets the next call wait.</summary>
    public PendingCall Block()
    {
        PendingCall pending = new();
        Then(pending.RunAsync);
        return pending;
    }

    public Task<Answer<LocationDocument>> GetLocationAsync(Caller caller, string id) => Answer(Canned.Location(id), caller, [id]);

    public Task<Answer<Page<LocationDocument>>> ListLocationsAsync(Caller caller, PageQuery page) => Answer(PageOf(Locations, page), caller, [page]);

    public Task<Answer<LocationDocument>> PutLocationAsync(RequestContext context, LocationDocument location, Precondition precondition) => Change(location, context, [location], precondition);

    public Task<Answer<Page<LinkView>>> GetLinksAsync(Caller caller, bool estimated, PageQuery page) => Answer(PageOf([Canned.Link], page), caller, [estimated, page]);

    public Task<Answer<Page<LinkView>>> PutLinksAsync(RequestContext context, ImmutableArray<LinkDocument> links, Precondition precondition) =>
        Change(PageOf([Canned.Link], new PageQuery()), context, [.. links], precondition);

    public Task<Answer<ProviderView>> GetProviderAsync(Caller caller, string id) => Answer(Canned.Provider, caller, [id]);

    public Task<Answer<Page<ProviderView>>> ListProvidersAsync(Caller caller, LifecycleStatus? status, PageQuery page) => Answer(PageOf([Canned.Provider], page), caller, [status, page]);

    public Task<Answer<ProviderView>> PutProviderAsync(RequestContext context, ProviderDocument provider, Precondition precondition) => Change(Canned.Provider, context, [provider], precondition);

    public Task<Answer<ProviderView>> SetProviderStatusAsync(RequestContext context, string id, LifecycleStatus status) => Change(Canned.Provider, context, [id, status]);

    public Task<Answer<ProviderView>> DeleteProviderAsync(RequestContext context, string id, Precondition precondition) => Change(Canned.Provider, context, [id], precondition);

    public Task<Answer<PoolSummary>> GetPoolAsync(Caller caller, string id) => Answer(Canned.Pool, caller, [id]);

    public Task<Answer<Page<PoolSummary>>> ListPoolsAsync(Caller caller, PoolFilter filter, PageQuery page) => Answer(PageOf([Canned.Pool], page), caller, [filter, page]);

    public Task<Answer<PoolSummary>> PutPoolAsync(RequestContext context, ResourcePoolDocument pool, Precondition precondition) => Change(Canned.Pool, context, [pool], precondition);

    public Task<Answer<PoolSummary>> PutInventoriesAsync(RequestContext context, string id, SortedMap<InventoryDocument> inventories, Precondition precondition) =>
        Change(Canned.Pool, context, [id, inventories], precondition);

    public Task<Answer<PoolSummary>> DeletePoolAsync(RequestContext context, string id, Precondition precondition) => Change(Canned.Pool, context, [id], precondition);

    public Task<Answer<Page<ClaimView>>> ListAllocationsAsync(Caller caller, string poolId, PageQuery page) => Answer(PageOf([Canned.Claim], page), caller, [poolId, page]);

    public Task<Answer<ImportReport>> ImportAsync(RequestContext context, FederationDocument federation) => Change(new ImportReport { Providers = new ImportCounts { Created = 3 } }, context, [federation]);

    public Task<Answer<CapacityReport>> GetCapacityAsync(Caller caller, CapacityQuery query) => Answer(Canned.Capacity, caller, [query]);

    public Task<Answer<ShapeReport>> CountShapesAsync(Caller caller, ShapeRequest request) => Answer(Canned.Shapes, caller, [request]);

    public Task<Answer<OrderView>> QuoteAsync(RequestContext context, QuoteRequest request) => Change(Canned.Order(OrderState.Quoted), context, [request]);

    public Task<Answer<OrderView>> PlaceAsync(RequestContext context, OrderRequest request) => Change(Canned.Order(OrderState.Held), context, [request]);

    public Task<Answer<OrderView>> ConfirmAsync(RequestContext context, string orderId) => Change(Canned.Order(OrderState.Confirmed), context, [orderId]);

    public Task<Answer<OrderView>> CancelAsync(RequestContext context, string orderId) => Change(Canned.Order(OrderState.Cancelled), context, [orderId]);

    public Task<Answer<OrderView>> RenewAsync(RequestContext context, string orderId, int? holdSeconds) => Change(Canned.Order(OrderState.Held), context, [orderId, holdSeconds]);

    public Task<Answer<OrderView>> ActivateAsync(RequestContext context, string orderId) => Change(Canned.Order(OrderState.Active), context, [orderId]);

    public Task<Answer<OrderView>> GetOrderAsync(Caller caller, string orderId) => Answer(Canned.Order(OrderState.Held), caller, [orderId]);

    public Task<Answer<Page<OrderListItem>>> ListOrdersAsync(Caller caller, OrderFilter filter, PageQuery page) => Answer(PageOf([Canned.ListedOrder], page), caller, [filter, page]);

    public Task<Answer<EventPage>> GetOrderEventsAsync(Caller caller, string orderId, EventQuery query) => Answer(FeedPage(query), caller, [orderId, query]);

    public Task<Answer<OrderDecision>> GetDecisionAsync(Caller caller, string orderId) => Answer(Canned.Decision, caller, [orderId]);

    public Task<Answer<EventPage>> ReadEventsAsync(Caller caller, EventQuery query) => Answer(FeedPage(query), caller, [query]);

    private static Page<T> PageOf<T>(ImmutableArray<T> items, PageQuery query)
    {
        int start = query.Cursor is { } cursor ? Canned.Position(cursor) : 0;
        int end = Math.Min(start + query.Limit, items.Length);
        return new Page<T> { Items = items[start..end], TotalItems = items.Length, NextCursor = end < items.Length ? Canned.Cursor(end) : null };
    }

    private EventPage FeedPage(EventQuery query)
    {
        int start = query.After is { } after ? Canned.Position(after) : 0;
        ImmutableArray<EventView> events = [.. Feed.Skip(start).Take(query.Limit)];
        return new EventPage { Items = events, NextCursor = events.IsEmpty ? query.After : events[^1].Cursor };
    }

    private ScriptedGateway Then(Func<Task<Failure?>> step)
    {
        _script.Enqueue(step);
        return this;
    }

    private Task<Answer<T>> Answer<T>(T value, Caller caller, IReadOnlyList<object?> arguments, [CallerMemberName] string method = "") =>
        RunAsync(new GatewayCall(method, caller, null, null, arguments), new Answer<T> { Value = value, Version = Canned.Version });

    private Task<Answer<T>> Change<T>(T value, RequestContext context, IReadOnlyList<object?> arguments, Precondition? precondition = null, [CallerMemberName] string method = "") =>
        RunAsync(
            new GatewayCall(method, context.Caller, context, precondition, arguments),
            new Answer<T> { Value = value, Version = Canned.Version, Created = Outcome.Created, Pending = Outcome.Pending });

    private async Task<Answer<T>> RunAsync<T>(GatewayCall call, Answer<T> answer)
    {
        _calls.Enqueue(call);
        Failure? failure = _script.TryDequeue(out Func<Task<Failure?>>? step) ? await step() : null;
        return failure is null ? answer : new Answer<T> { Failure = failure };
    }
}
