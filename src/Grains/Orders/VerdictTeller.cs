using System.Collections.Immutable;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Orders;

/// <summary>Tells pools what became of their holds, again and again, until each has acknowledged it durably.</summary>
#pragma warning disable CA1001 // Every wait disposes of its own source.
internal sealed partial class VerdictTeller(OrderId id, ActorServices services, Journal<OrderRecord, OrderEvent> journal)
#pragma warning restore CA1001
{
    private readonly Dictionary<OwedVerdict, int> _unrecorded = [];
    private Task _loop = Task.CompletedTask;
    private CancellationTokenSource? _sleep;
    private bool _more;
    private DateTimeOffset _lastVerdict;
    private bool _stopped;

    /// <summary>Releases that pools have not acknowledged and that no event speaks of.</summary>
    public ImmutableArray<OwedVerdict> Unrecorded => [.. _unrecorded.Keys];

    /// <summary>The releases given are in the journal now.</summary>
    public void TakeOver(ImmutableArray<OwedVerdict> recorded)
    {
        foreach (OwedVerdict verdict in recorded) _unrecorded.Remove(verdict);
    }

    /// <summary>Releases an attempt that came to nothing; answers when every pool has acknowledged, or after a bounded wait.</summary>
    public async Task ReleaseAsync(Attempt attempt, IEnumerable<ResourcePoolId> pools)
    {
        OwedVerdict[] releases = [.. pools.Select(pool => new OwedVerdict(attempt.Id, pool.Value, Confirm: false, attempt.HoldDeadline))];
        foreach (OwedVerdict release in releases) _unrecorded.TryAdd(release, 0);
        Task all = Task.WhenAll(releases.Select(ReleaseOnceAsync));
        await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(OrderLimits.ReleaseWaitSeconds), services.Time));
    }

    /// <summary>Begins, or goes on at once, when something is owed.</summary>
    public void Committed(OrderRecord state)
    {
        if (state.Owed.Count == 0 || _stopped) return;
        if (state.VerdictAt > _lastVerdict) _sleep?.Cancel();
        _lastVerdict = state.VerdictAt;
        Start();
    }

    /// <summary>Begins if anything is owed and nothing is under way.</summary>
    public void Start()
    {
        _more = true;
        if (_loop.IsCompleted && !_stopped) _loop = TellAsync();
    }

    /// <summary>Tells no more.</summary>
    public void Stop()
    {
        _stopped = true;
        _sleep?.Cancel();
    }

    private async Task TellAsync()
    {
        await Task.Yield();
        try
        {
            for (int tries = 0; !_stopped; tries++)
            {
                _more = false;
                OwedVerdict[] owed = await journal.ReadAsync((state, _) => state.Owed.Concat(_unrecorded.Keys).ToArray());
                if (owed.Length == 0 && !_more) return;
                VerdictReply?[] replies = await Task.WhenAll(owed.Select(SendAsync));
                await AcknowledgeAsync(owed, replies);
                if (Array.TrueForAll(replies, reply => reply is not null)) tries = 0;
                else if (await SleepAsync(tries)) tries = 0;
            }
        }
        catch (OutcomeUnknownException)
        {
            Stop();
        }
        catch (JournalOverloadedException)
        {
            LogPostponed(services.Logger, id.Key);
        }
    }

    private async Task ReleaseOnceAsync(OwedVerdict release)
    {
        if (await SendAsync(release) is not null) _unrecorded.Remove(release);
    }

    private async Task AcknowledgeAsync(OwedVerdict[] owed, VerdictReply?[] replies)
    {
        List<(OwedVerdict Verdict, VerdictReply Reply)> acknowledged = [];
        for (int i = 0; i < owed.Length; i++)
        {
            if (_unrecorded.TryGetValue(owed[i], out int tries)) CountUnrecorded(owed[i], tries, replies[i]);
            else if (replies[i] is { } reply) acknowledged.Add((owed[i], reply));
        }

        if (acknowledged.Count == 0) return;
        await journal.ExecuteAsync(services.NewId(), (state, _) => Told(state, acknowledged));
    }

    private void CountUnrecorded(OwedVerdict verdict, int tries, VerdictReply? reply)
    {
        if (reply is not null || tries + 1 >= OrderLimits.UnrecordedTellsMax) _unrecorded.Remove(verdict);
        else _unrecorded[verdict] = tries + 1;
    }

    private Decision<OrderRecord, OrderEvent, bool> Told(OrderRecord state, List<(OwedVerdict Verdict, VerdictReply Reply)> acknowledged)
    {
        List<OrderEvent> events = [];
        foreach (var told in acknowledged.Where(told => state.Owed.Contains(told.Verdict)).GroupBy(told => (told.Verdict.Attempt, told.Verdict.Confirm)))
        {
            ImmutableArray<string> lost = [.. told.Where(one => told.Key.Confirm && one.Reply.State != ClaimState.Allocated).Select(one => one.Verdict.Pool)];
            foreach (string pool in lost) LogLost(services.Logger, id.Key, told.Key.Attempt, pool);
            events.Add(new OrderTold(told.Key.Attempt, told.Key.Confirm, [.. told.Select(one => one.Verdict.Pool)], lost));
        }

        return new Decision<OrderRecord, OrderEvent, bool>(events, _ => true);
    }

    private async Task<VerdictReply?> SendAsync(OwedVerdict verdict)
    {
        TimeSpan timeout = TimeSpan.FromSeconds(OrderLimits.VerdictTimeoutSeconds);
        try
        {
            return await CallAsync(verdict, services.Time.GetUtcNow() + timeout).WaitAsync(timeout, services.Time);
        }
#pragma warning disable CA1031 // However the call failed, the pool is told again.
        catch (Exception reason)
#pragma warning restore CA1031
        {
            LogUnacknowledged(services.Logger, reason, id.Key, verdict.Pool);
            return null;
        }
    }

    private Task<VerdictReply> CallAsync(OwedVerdict verdict, DateTimeOffset deadline)
    {
        ResourcePoolId pool = new(verdict.Pool);
        HoldId hold = new(id, new AttemptId(verdict.Attempt), pool);
        Caller caller = new(id.Tenant, CallerRole.Participant);
        Guid command = services.NewId();
        return verdict.Confirm
            ? services.Transport.ConfirmAsync(pool, new ConfirmHold { CommandId = command, Deadline = deadline, Caller = caller, HoldId = hold })
            : services.Transport.ReleaseAsync(
                pool, new ReleaseHold { CommandId = command, Deadline = deadline, Caller = caller, HoldId = hold, HoldDeadline = verdict.HoldDeadline });
    }

    /// <summary>Waits before telling again; whether a new verdict cut it short.</summary>
    private async Task<bool> SleepAsync(int tries)
    {
        using CancellationTokenSource sleep = new();
        _sleep = sleep;
        await Delays.WaitAsync(Delays.Backoff(tries, OrderLimits.TellRetrySecondsMin, OrderLimits.TellRetrySecondsMax), services.Time, sleep.Token);
        _sleep = null;
        await Task.Yield();
        return sleep.IsCancellationRequested;
    }
}
