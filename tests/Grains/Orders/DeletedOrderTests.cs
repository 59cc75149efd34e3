using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;
using Fulcrum.Grains.Tests.Journaling;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fulcrum.Grains.Tests.Orders;

/// <summary>An order of an id that another had which retention has deleted: nobody who remembers the former one takes it for that.</summary>
public sealed class DeletedOrderTests
{
    private static readonly OrderId Id = new("acme", "web");

    private readonly ScriptedStore _store = new();

    [Fact]
    public Task Its_versions_go_on_and_whoever_remembers_the_former_one_learns_of_it() => OnActivationAsync(async () =>
    {
        Journal<OrderRecord, OrderEvent> former = await ActivateAsync();
        await RecordAsync(former, Received("former"), new OrderCancelled());
        Journal<OrderRecord, OrderEvent> ahead = await ActivateAsync();
        _store.DeleteAll();

        Journal<OrderRecord, OrderEvent> next = await ActivateAsync();
        (await next.ReadAsync(static (state, _) => (state.State, state.Version))).ShouldBe((null, 2));
        await RecordAsync(next, new OrderVoided(Guid.NewGuid(), null), Received("next"));
        _store.Events.Select(static stored => stored.Version).ShouldBe([3, 4]);

        (await former.ReadAsync(static (state, _) => state.State)).ShouldBe(OrderState.Cancelled, "it has not asked yet");
        (await former.ReadCurrentAsync(static (state, _) => (state.State, state.Version, state.Fingerprint, state.Voided.Count))).ShouldBe((OrderState.Received, 4, "next", 1));
        await RecordAsync(ahead, new OrderFailed("internal", null));
        (await ahead.ReadAsync(static (state, _) => (state.State, state.Version, state.Fingerprint))).ShouldBe((OrderState.Failed, 5, "next"));
    });

    [Fact]
    public Task Whoever_was_behind_when_it_was_deleted_starts_anew() => OnActivationAsync(async () =>
    {
        Journal<OrderRecord, OrderEvent> former = await ActivateAsync();
        await RecordAsync(former, Received("former"));
        Journal<OrderRecord, OrderEvent> behind = await ActivateAsync();
        await RecordAsync(former, new OrderCancelled());
        _store.DeleteAll();
        (await behind.ReadCurrentAsync(static (state, _) => (state.State, state.Version))).ShouldBe((null, 2));
    });

    private static OrderReceived Received(string fingerprint) => new(new OrderDocument { Id = Id.Value, Items = [] }, fingerprint);

    private static Task<bool> RecordAsync(Journal<OrderRecord, OrderEvent> journal, params OrderEvent[] events) =>
        journal.ExecuteAsync(Guid.NewGuid(), (_, _) => new Decision<OrderRecord, OrderEvent, bool>(events, static _ => true));

    private static Task OnActivationAsync(Func<Task> test) =>
        Task.Factory.StartNew(test, CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();

    private async Task<Journal<OrderRecord, OrderEvent>> ActivateAsync()
    {
        Journal<OrderRecord, OrderEvent> journal = new(Id.Key, new OrderRules(Id), OrderRules.Codec, new ActorServices
        {
            Store = _store,
            Snapshots = _store,
            Time = TimeProvider.System,
            Transport = NoTransport.Instance,
            Logger = NullLogger.Instance,
            Discard = static () => { },
        }, static _ => { });
        await journal.ActivateAsync();
        return journal;
    }
}
