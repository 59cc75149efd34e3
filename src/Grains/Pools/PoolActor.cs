using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Pools;

/// <summary>
/// A resource pool: what a grain hosts. Every member is called on the activation's scheduler, and may interleave with others.
/// </summary>
/// <remarks><see cref="OutcomeUnknownException"/> and <see cref="JournalOverloadedException"/> may come from claims and reads; changes answer them as codes.</remarks>
public sealed class PoolActor
{
    private static readonly TimeSpan SettlePoll = TimeSpan.FromMilliseconds(250);

    private readonly ActorServices _services;
    private readonly ISummarySink _summaries;
    private readonly PoolOptions _options;
    private readonly PoolLedger _ledger;
    private readonly Journal<PoolState, PoolEvent> _journal;
    private readonly HoldProbes _probes;
    private readonly DueTimer _timer;

    /// <summary>Makes the actor of a pool.</summary>
    public PoolActor(ResourcePoolId id, ActorServices services, ISummarySink summaries, PoolOptions options)
    {
        (_services, _summaries, _options) = (services, summaries, options);
        _ledger = new PoolLedger(options, services.Rules);
        _timer = new DueTimer(services.Time, () => _probes!.RunAsync());
        _journal = new(id.Key, PoolRules.Instance, PoolRules.Codec, services with { Discard = Discard }, Committed);
        _probes = new HoldProbes(id, services, _ledger, options, _journal, _timer);
    }

    /// <summary>Loads the ledger. A failure means that the activation must not exist.</summary>
    public Task ActivateAsync() => _journal.ActivateAsync();

    /// <summary>Claims, or refuses, at once.</summary>
    public Task<HoldReply> HoldAsync(HoldCommand command) =>
        _journal.ExecuteAsync(command.CommandId, (state, now) => _ledger.Hold(state, command, now));

    /// <summary>Turns a hold into an allocation.</summary>
    public Task<VerdictReply> ConfirmAsync(ConfirmHold command) =>
        _journal.ExecuteAsync(command.CommandId, (state, _) => PoolLedger.Confirm(state, command.HoldId));

    /// <summary>Ends a claim.</summary>
    public Task<VerdictReply> ReleaseAsync(ReleaseHold command) =>
        _journal.ExecuteAsync(command.CommandId, (state, now) => _ledger.Release(state, command, now));

    /// <summary>Creates the pool or replaces its configuration.</summary>
    public Task<ConfigureReply> ConfigureAsync(ConfigurePool command) =>
        ChangeAsync(command.CommandId, (state, now) => PoolConfiguration.Configure(state, command, now));

    /// <summary>Takes over what the provider says of itself.</summary>
    public Task<ConfigureReply> ConfigureProviderAsync(ConfigureProvider command) =>
        ChangeAsync(command.CommandId, (state, now) => PoolConfiguration.ChangeProvider(state, command, now));

    /// <summary>Takes the pool off the market.</summary>
    public Task<ConfigureReply> RetireAsync(RetirePool command) =>
        ChangeAsync(command.CommandId, (state, now) => PoolConfiguration.Retire(state, command, now));

    /// <summary>The pool as stored; null when it does not exist.</summary>
    public Task<PoolSummary?> GetSummaryAsync() => _journal.ReadCurrentAsync((state, _) => state.Summarize());

    /// <summary>What is held and runs here, as stored.</summary>
    public Task<ClaimPage> ListClaimsAsync(ListClaims query) => _journal.ReadCurrentAsync((state, _) => ClaimLists.Page(state, query));

    /// <summary>Asks orders about holds whose time has come; called by the sweep, and by the actor's own timer.</summary>
    public async Task DueAsync()
    {
        bool due = await _journal.ReadAsync((state, now) => state.NextDue <= now);
        if (!due) await _journal.RefreshAsync();
        await _probes.RunAsync();
    }

    /// <summary>Finishes what is queued and stops timers; called before deactivation.</summary>
    public Task DrainAsync()
    {
        _timer.Stop();
        return _journal.DrainAsync();
    }

    private async Task<ConfigureReply> ChangeAsync(
        Guid commandId, Func<PoolState, DateTimeOffset, Decision<PoolState, PoolEvent, ConfigureReply>> decide)
    {
        try
        {
            ConfigureReply reply = await _journal.ExecuteAsync(
                commandId, decide, state => PoolConfiguration.Success(state, changed: true, created: state.ConfigVersion == 1));
            return reply.Code is null && reply.Unsettled > 0 ? await SettleAsync(reply) : reply;
        }
        catch (OutcomeUnknownException)
        {
            return new ConfigureReply { Code = ErrorCodes.Unavailable };
        }
        catch (JournalOverloadedException overload)
        {
            return new ConfigureReply { Code = ErrorCodes.Overloaded, Detail = overload.Message };
        }
    }

    private async Task<ConfigureReply> SettleAsync(ConfigureReply reply)
    {
        DateTimeOffset until = _services.Time.GetUtcNow().AddSeconds(_options.SettleSeconds);
        (long unsettled, PoolSummary? summary) = (reply.Unsettled, reply.Summary);
        while (unsettled > 0 && _services.Time.GetUtcNow() < until)
        {
            await Task.WhenAny(_probes.RunAsync(), Task.Delay(until - _services.Time.GetUtcNow(), _services.Time));
            (unsettled, summary) = await _journal.ReadAsync((state, _) => (state.Unsettled, state.Summarize()));
            if (unsettled > 0) await Task.Delay(SettlePoll, _services.Time);
        }

        return reply with { Unsettled = unsettled, Summary = summary };
    }

    private void Committed(PoolState state)
    {
        if (state.Summarize() is { } summary) _summaries.Publish(summary);
        if (!_probes.HasUnanswered) _timer.Arm(state.NextDue);
    }

    private void Discard()
    {
        _timer.Stop();
        _services.Discard();
    }
}
