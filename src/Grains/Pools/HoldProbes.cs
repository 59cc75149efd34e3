using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Pools;

/// <summary>
/// Asks orders what became of holds of which nothing was heard, and after a change of facts whether allocations still comply. Frees nothing on a guess.
/// </summary>
internal sealed partial class HoldProbes(
    ResourcePoolId pool, ActorServices services, PoolLedger ledger, Journal<PoolState, PoolEvent> journal, DueTimer timer)
{
    private readonly Dictionary<Guid, (int Tries, DateTimeOffset At)> _unanswered = [];
    private Task _round = Task.CompletedTask;

    /// <summary>Whether orders that have not answered are to be asked again: every round arms the timer for that.</summary>
    public bool HasUnanswered => _unanswered.Count > 0;

    /// <summary>Asks every order whose time has come; joins a round that is under way.</summary>
    public Task RunAsync() => _round.IsCompleted ? _round = RoundAsync() : _round;

    private async Task RoundAsync()
    {
        try
        {
            (IReadOnlyList<Probe> due, _) = await journal.ReadAsync(Plan);
            await Task.WhenAll(due.Select(AskAsync));
            (_, DateTimeOffset? next) = await journal.ReadAsync(Plan);
            timer.Arm(next);
        }
        catch (OutcomeUnknownException)
        {
            timer.Stop();
        }
        catch (JournalOverloadedException)
        {
            timer.Arm(services.Time.GetUtcNow().AddSeconds(PoolLimits.ProbeRetrySecondsMin));
        }
    }

    private (IReadOnlyList<Probe> Due, DateTimeOffset? Next) Plan(PoolState state, DateTimeOffset now)
    {
        foreach (Guid attempt in _unanswered.Keys.Where(attempt => !state.AwaitsOrder(attempt)).ToArray()) _unanswered.Remove(attempt);
        PoolSummary? summary = null;
        List<Probe> due = [];
        DateTimeOffset? next = null;
        foreach ((DateTimeOffset at, Guid attempt) in state.Probes)
        {
            DateTimeOffset effective = _unanswered.TryGetValue(attempt, out (int Tries, DateTimeOffset At) wait) && wait.At > at ? wait.At : at;
            if (next is null || effective < next) next = effective;
            if (at > now || due.Count == PoolLimits.ProbesPerRoundMax) break;
            if (effective > now) continue;
            Claim claim = state.Claims[attempt];
            bool changed = claim.ConfigVersion < state.GateVersion;
            due.Add(new Probe(claim.Order, attempt, changed ? summary ??= state.Summarize() : null));
        }

        return due.Count > 0 ? (due, next) : PlanChecks(state, now, next);
    }

    /// <summary>Holds come first: a change waits for their orders, and for those of allocations it does not.</summary>
    private (IReadOnlyList<Probe> Due, DateTimeOffset? Next) PlanChecks(PoolState state, DateTimeOffset now, DateTimeOffset? next)
    {
        PoolSummary? summary = null;
        List<Probe> due = [];
        foreach (Guid attempt in state.Unchecked)
        {
            DateTimeOffset at = _unanswered.TryGetValue(attempt, out (int Tries, DateTimeOffset At) wait) ? wait.At : state.GateChangedAt;
            if (next is null || at < next) next = at;
            if (due.Count == PoolLimits.ProbesPerRoundMax) break;
            if (at <= now) due.Add(new Probe(state.Claims[attempt].Order, attempt, summary ??= state.Summarize()));
        }

        return (due, next);
    }

    private async Task AskAsync(Probe probe)
    {
        HoldId id = new(OrderId.FromKey(probe.Order), new AttemptId(probe.Attempt), pool);
        if (await TryAskAsync(id, probe.Changed) is { } reply && await TakeOverAsync(id, reply, probe.Changed?.ConfigVersion ?? 0))
        {
            _unanswered.Remove(probe.Attempt);
            return;
        }

        int tries = _unanswered.GetValueOrDefault(probe.Attempt).Tries;
        TimeSpan wait = Delays.Backoff(tries, PoolLimits.ProbeRetrySecondsMin, PoolLimits.ProbeRetrySecondsMax);
        _unanswered[probe.Attempt] = (tries + 1, services.Time.GetUtcNow() + wait);
    }

    private Task<bool> TakeOverAsync(HoldId id, ProbeReply reply, long checkedVersion) =>
        journal.ExecuteAsync(services.NewId(), (state, now) => ledger.Answered(state, id, reply, checkedVersion, now));

    private async Task<ProbeReply?> TryAskAsync(HoldId id, PoolSummary? changed)
    {
        TimeSpan timeout = TimeSpan.FromSeconds(PoolLimits.ProbeTimeoutSeconds);
        ProbeHold question = new() { CommandId = services.NewId(), Deadline = services.Time.GetUtcNow() + timeout, HoldId = id, Changed = changed };
        try
        {
            return await services.Transport.ProbeAsync(id.Order, question).WaitAsync(timeout, services.Time);
        }
#pragma warning disable CA1031 // However the call failed, the order is asked again.
        catch (Exception reason)
#pragma warning restore CA1031
        {
            LogUnanswered(services.Logger, reason, id.Order.Key, pool.Value);
            return null;
        }
    }

    private sealed record Probe(string Order, Guid Attempt, PoolSummary? Changed);
}
