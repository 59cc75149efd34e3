using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fulcrum.Grains.Tests.Journaling;

public sealed class JournalTests
{
    private readonly ScriptedStore _store = new();
    private readonly ImmediateTime _time = new();
    private int _discarded;

    [Fact]
    public Task What_queues_up_during_an_append_goes_into_the_next_one_together() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        TaskCompletionSource gate = new();
        _store.Script.Enqueue(async request =>
        {
            await gate.Task;
            return _store.Land(request);
        });
        Task<bool>[] adds = [.. Enumerable.Range(0, 12).Select(_ => AddAsync(journal, 1))];
        gate.SetResult();
        (await Task.WhenAll(adds)).Count(added => added).ShouldBe(10);
        _store.Calls.ShouldBe(["read after 0", "append 1 after 0", "append 9 after 1"]);
    });

    [Fact]
    public Task Nobody_is_answered_before_the_append_is_durable_not_even_a_reader() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        TaskCompletionSource gate = new();
        _store.Script.Enqueue(async request =>
        {
            await gate.Task;
            return _store.Land(request);
        });
        Task<bool> add = AddAsync(journal, 4);
        Task<long> read = journal.ReadAsync((state, _) => state.Total);
        (add.IsCompleted, read.IsCompleted).ShouldBe((false, false));
        gate.SetResult();
        (await add).ShouldBeTrue();
        (await read).ShouldBe(4);
    });

    [Fact]
    public Task A_refused_append_is_decided_again_on_what_the_other_has_written() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        _store.AddElsewhere(8);
        (await AddAsync(journal, 4)).ShouldBeFalse("only 2 are left");
        (await AddAsync(journal, 2)).ShouldBeTrue();
        _store.Events.Count.ShouldBe(2);
    });

    [Fact]
    public Task An_append_that_was_done_after_all_is_answered_as_done_and_not_repeated() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        _store.Script.Enqueue(request =>
        {
            _store.Land(request);
            throw new AppendOutcomeUnknownException("The connection broke.");
        });
        (await AddAsync(journal, 7)).ShouldBeTrue();
        (await journal.ReadAsync((state, _) => state.Total)).ShouldBe(7);
        _store.Calls.ShouldBe(["read after 0", "append 1 after 0", "raise fence", "read after 0"]);
    });

    [Fact]
    public Task A_lost_append_can_never_land_once_its_commands_are_decided_again() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        AppendRequest? lost = null;
        _store.Script.Enqueue(request =>
        {
            lost = request;
            throw new AppendOutcomeUnknownException("The connection broke.");
        });
        int decisions = 0;
        bool added = await journal.ExecuteAsync(Guid.NewGuid(), (_, _) => new Decision<Counter, CounterEvent, bool>(decisions++ == 0 ? [new Added(7)] : [], _ => decisions == 1));
        added.ShouldBeFalse();
        _store.Land(lost!).ShouldBe(AppendOutcome.Refused);
        _store.Events.ShouldBeEmpty();
    });

    [Fact]
    public Task A_store_that_is_gone_for_a_moment_goes_unnoticed() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        _store.Script.Enqueue(_ => throw new EventStoreUnavailableException("Gone."));
        (await AddAsync(journal, 1)).ShouldBeTrue();
    });

    [Fact]
    public Task A_store_that_stays_away_leaves_the_outcome_unknown_and_ends_the_activation() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        _store.IsGone = true;
        await Should.ThrowAsync<OutcomeUnknownException>(() => AddAsync(journal, 1));
        await Should.ThrowAsync<OutcomeUnknownException>(() => AddAsync(journal, 1));
        _discarded.ShouldBe(1);
        _store.Calls.Count(call => call.StartsWith("append", StringComparison.Ordinal)).ShouldBe(JournalLimits.StoreTriesMax);
    });

    [Fact]
    public Task A_gap_fails_the_activation() => OnActivationAsync(async () =>
    {
        _store.AddElsewhere(1);
        _store.AddElsewhere(1);
        _store.Events.RemoveAt(0);
        await Should.ThrowAsync<JournalGapException>(ActivateAsync);
    });

    [Fact]
    public Task A_fault_in_one_decision_is_its_callers_alone() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        Task<bool> faulty = journal.ExecuteAsync<bool>(Guid.NewGuid(), (_, _) => throw new InvalidOperationException("broken"));
        Task<bool> sound = AddAsync(journal, 1);
        await Should.ThrowAsync<InvalidOperationException>(() => faulty);
        (await sound).ShouldBeTrue();
    });

    [Fact]
    public Task Time_never_goes_back_in_a_stream() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        await AddAsync(journal, 1);
        DateTimeOffset first = _time.Now;
        _time.Now = first.AddMinutes(-5);
        (await journal.ReadAsync((_, now) => now)).ShouldBe(first);
    });

    [Fact]
    public Task Time_never_goes_back_in_a_stream_that_starts_from_a_snapshot() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        foreach (int _ in Enumerable.Range(0, JournalLimits.SnapshotEventsMin + 1)) await AddAsync(journal, 0);
        (DateTimeOffset last, long version) = (_time.Now, _store.Events[^1].Version);
        _store.Snapshot!.Version.ShouldBe(version);
        _time.Now = last.AddMinutes(-5);
        Journal<Counter, CounterEvent> next = await ActivateAsync();
        (await next.ReadAsync((_, now) => now)).ShouldBe(last);
        await AddAsync(next, 1);
        _store.Events[^1].At.ShouldBe(last);
    });

    [Fact]
    public Task Snapshots_spare_the_events_below_them() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        foreach (int _ in Enumerable.Range(0, JournalLimits.SnapshotEventsMin + 1)) await AddAsync(journal, 0);
        _store.Snapshot!.Version.ShouldBe(JournalLimits.SnapshotEventsMin + 1);
        _store.Calls.Clear();
        await ActivateAsync();
        _store.Calls.ShouldBe([$"read after {JournalLimits.SnapshotEventsMin}"]);
        _store.Snapshot = _store.Snapshot with { Type = "counter.2" };
        await ActivateAsync();
        _store.Calls[^1].ShouldBe("read after 0");
    });

    [Fact]
    public Task A_snapshot_that_cannot_be_read_is_ignored() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        await AddAsync(journal, 7);
        foreach (int _ in Enumerable.Range(0, JournalLimits.SnapshotEventsMin)) await AddAsync(journal, 0);
        _store.Snapshot = _store.Snapshot! with { Payload = "{"u8.ToArray() };
        Journal<Counter, CounterEvent> next = await ActivateAsync();
        (await next.ReadAsync((state, _) => state.Total)).ShouldBe(7);
        _store.Calls[^1].ShouldBe("read after 0");
    });

    [Fact]
    public Task Refreshing_takes_in_what_another_activation_has_written() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        _store.AddElsewhere(3);
        (await journal.ReadAsync((state, _) => state.Total)).ShouldBe(0);
        await journal.RefreshAsync();
        (await journal.ReadAsync((state, _) => state.Total)).ShouldBe(3);
    });

    [Fact]
    public Task An_answer_that_must_be_current_is_decided_again_on_what_another_activation_has_written() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        _store.AddElsewhere(3);
        (await journal.ReadCurrentAsync((state, _) => state.Total)).ShouldBe(3);
        (await journal.ReadAsync((state, _) => state.Total, static total => total > 3)).ShouldBe(3);
        _store.Calls.ShouldBe(["read after 0", "read after 0"], "the second answer needed not be current");
        _store.AddElsewhere(4);
        long answered = await journal.ExecuteAsync(Guid.NewGuid(), static (state, _) => state.Total == 3
            ? new Decision<Counter, CounterEvent, long>([], static state => state.Total) { MustBeCurrent = true }
            : new Decision<Counter, CounterEvent, long>([new Added(1)], static state => state.Total));
        answered.ShouldBe(8, "what was decided again has events of its own");
        _store.Events.Count.ShouldBe(3);
    });

    [Fact]
    public Task An_append_shows_that_an_answer_of_its_group_is_current() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        TaskCompletionSource gate = new();
        _store.Script.Enqueue(async request =>
        {
            await gate.Task;
            return _store.Land(request);
        });
        Task first = AddAsync(journal, 1);
        Task second = AddAsync(journal, 1);
        Task<long> read = journal.ReadCurrentAsync((state, _) => state.Total);
        gate.SetResult();
        await Task.WhenAll(first, second);
        (await read).ShouldBe(2);
        _store.Calls.ShouldBe(["read after 0", "append 1 after 0", "append 1 after 1"]);
    });

    [Fact]
    public Task More_commands_than_the_limit_are_refused_as_an_overload() => OnActivationAsync(async () =>
    {
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        TaskCompletionSource gate = new();
        _store.Script.Enqueue(async request =>
        {
            await gate.Task;
            return _store.Land(request);
        });
        Task<bool>[] waiting = [.. Enumerable.Range(0, JournalLimits.QueuedCommandsMax + 1).Select(_ => AddAsync(journal, 0))];
        await Should.ThrowAsync<JournalOverloadedException>(() => AddAsync(journal, 0));
        gate.SetResult();
        (await Task.WhenAll(waiting)).ShouldAllBe(added => added);
    });

    [Fact]
    public Task The_instant_of_a_decision_is_whole_microseconds_so_that_a_state_read_back_is_the_state_that_was_answered() => OnActivationAsync(async () =>
    {
        DateTimeOffset whole = _time.Now;
        _time.Now = whole.AddTicks(7);
        Journal<Counter, CounterEvent> journal = await ActivateAsync();
        (await AddAsync(journal, 1)).ShouldBeTrue();
        _store.Events.ShouldHaveSingleItem().At.ShouldBe(whole);
        (await journal.ExecuteAsync(Guid.NewGuid(), static (_, now) => new Decision<Counter, CounterEvent, DateTimeOffset>([], _ => now))).ShouldBe(whole);
    });

    /// <summary>Runs a test the way an activation runs: everything on one scheduler, one at a time.</summary>
    private static Task OnActivationAsync(Func<Task> test) =>
        Task.Factory.StartNew(test, CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();

    private static Task<bool> AddAsync(Journal<Counter, CounterEvent> journal, long amount) => journal.ExecuteAsync(Guid.NewGuid(), (state, _) =>
        state.Total + amount > Counter.Limit
            ? new Decision<Counter, CounterEvent, bool>([], _ => false)
            : new Decision<Counter, CounterEvent, bool>([new Added(amount)], _ => true));

    private async Task<Journal<Counter, CounterEvent>> ActivateAsync()
    {
        Journal<Counter, CounterEvent> journal = new("counter", new Counter.Rules(), Counter.Rules.Codec, Services(), static _ => { });
        await journal.ActivateAsync();
        return journal;
    }

    private ActorServices Services() => new()
    {
        Store = _store,
        Snapshots = _store,
        Time = _time,
        Transport = NoTransport.Instance,
        Logger = NullLogger.Instance,
        Discard = () => _discarded++,
    };
}
