using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Pools;

/// <summary>
/// Asks orders what became of holds of which nothing was heard, and after a change of facts whether allocations still comply. Frees nothing on a guess.
/// </summary>
internal sealed partial class HoldProbes(
    ResourcePoolId pool, ActorServices services, PoolLedger ledger, PoolOptions options, Journal<PoolState, PoolEvent> journal, DueTimer timer)
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
            await DeferAsync();
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

    /// <summary>
    /// Nearly every hold that is asked about is one that the order holds: its head row says so. One reading of the store and one event do for all of them, those
    /// included that would be asked about soon; what head rows do not vouch for keeps its time, and the order is asked.
    /// </summary>
    private async Task DeferAsync()
    {
        IReadOnlyList<Candidate> soon = await journal.ReadAsync(Soon);
        if (soon.Count == 0) return;
        try
        {
            IReadOnlyList<StreamHead> heads = await services.Store.FindHeadsAsync([.. soon.Select(static hold => hold.Order).Distinct(StringComparer.Ordinal)], CancellationToken.None);
            Dictionary<string, HeadFields> orders = heads.ToDictionary(static head => head.Stream, static head => head.Fields, StringComparer.Ordinal);
            DateTimeOffset now = services.Time.GetUtcNow();
            DeferredProbe[] standing =
            [
                .. from hold in soon
                   where orders.ContainsKey(hold.Order)
                   let at = StandingHolds.AskAgainAt(orders[hold.Order], hold.ExpiresAt, now)
                   where at is not null
                   select new DeferredProbe(hold.Attempt, at.Value),
            ];
            if (standing.Length > 0) await journal.ExecuteAsync(services.NewId(), (state, _) => PoolLedger.Defer(state, standing));
        }
        catch (EventStoreUnavailableException reason)
        {
            LogHeadsUnread(services.Logger, reason, pool.Value);
        }
    }

    private IReadOnlyList<Candidate> Soon(PoolState state, DateTimeOffset now)
    {
        DateTimeOffset until = now.AddSeconds(options.HoldProbeSeconds / PoolLimits.ProbeLookAheadDivisor);
        return
        [
            .. state.Probes.TakeWhile(probe => probe.At <= until).Take(PoolLimits.ProbesPerRoundMax)
                .Select(probe => (probe.Attempt, Hold: (HeldClaim)state.Claims[probe.Attempt]))
                .Where(entry => entry.Hold.ExpiresAt > now && entry.Hold.ConfigVersion >= state.GateVersion)
                .Select(static entry => new Candidate(entry.Hold.Order, entry.Attempt, entry.Hold.ExpiresAt)),
        ];
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

    private sealed record Candidate(string Order, Guid Attempt, DateTimeOffset ExpiresAt);

    private sealed record Probe(string Order, Guid Attempt, PoolSummary? Changed);
}
