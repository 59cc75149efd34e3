using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Providers;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Fulcrum.Grains.Providers;

/// <summary>A member that sells capacity: records its changes, then tells its pools until all have acknowledged.</summary>
[Reentrant]
internal sealed class ProviderGrain(ActorHost host, IGrainFactory grains, TimeProvider time) : Grain, IProviderGrain
{
    private static readonly TimeSpan TellTimeout = TimeSpan.FromSeconds(8);

    private Journal<ProviderState, ProviderEvent> _journal = null!;
    private ILogger _log = null!;
    private Task _telling = Task.CompletedTask;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        ActorServices services = host.ServicesFor("Fulcrum.Grains.Providers", DeactivateOnIdle);
        _log = services.Logger;
        _journal = new Journal<ProviderState, ProviderEvent>(this.GetPrimaryKeyString(), new ProviderStreamRules(), ProviderStreamRules.Codec, services, _ => { });
        return _journal.ActivateAsync();
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _journal.DrainAsync();

    /// <inheritdoc/>
    public Task<ProviderReply> ChangeAsync(ChangeProvider command) =>
        ToldAsync(_journal.ExecuteAsync(command.CommandId, (state, now) => ProviderRules.Change(state, command, now)));

    /// <inheritdoc/>
    public Task<ProviderReply> SetStatusAsync(SetProviderStatus command) =>
        ToldAsync(_journal.ExecuteAsync(command.CommandId, (state, now) => ProviderRules.SetStatus(state, command, now)));

    /// <inheritdoc/>
    public Task<ProviderReply> RetireAsync(RetireProvider command) =>
        _journal.ExecuteAsync(command.CommandId, (state, now) => ProviderRules.Retire(state, command, now));

    /// <inheritdoc/>
    public Task<JoinReply> JoinAsync(JoinProvider command) =>
        _journal.ExecuteAsync(command.CommandId, (state, now) => ProviderRules.Join(state, command, now));

    /// <inheritdoc/>
    public Task LeaveAsync(LeaveProvider command) =>
        _journal.ExecuteAsync(command.CommandId, (state, _) => ProviderRules.Leave(state, command));

    /// <inheritdoc/>
    public Task<ProviderView?> GetAsync() => _journal.ReadCurrentAsync((state, _) => state.ToView());

    /// <inheritdoc/>
    public Task DueAsync() => TellOnceAsync();

    private async Task<ProviderReply> ToldAsync(Task<ProviderReply> change)
    {
        ProviderReply reply = await change;
        if (reply.Code is not null || reply.Provider is not { PendingPools: > 0 }) return reply;
        await TellOnceAsync();
        return reply with { Provider = await GetAsync() };
    }

    private async Task TellOnceAsync()
    {
        if (_telling.IsCompleted) _telling = TellAsync();
        await _telling;
    }

    private async Task TellAsync()
    {
        (ProviderDocument? provider, long version, string[] behind) = await _journal.ReadAsync((state, _) => (state.Provider, state.Version, (string[])[.. state.Behind]));
        if (provider is null || behind.Length == 0) return;
        bool[] acknowledged = await Task.WhenAll(behind.Select(pool => TellAsync(pool, provider, version)));
        string[] taken = [.. behind.Where((_, i) => acknowledged[i])];
        await _journal.ExecuteAsync(Guid.NewGuid(), (state, _) => ProviderRules.Acknowledge(state, taken, version));
    }

    private async Task<bool> TellAsync(string pool, ProviderDocument provider, long version)
    {
        try
        {
            ConfigureReply reply = await grains.GetGrain<IResourcePoolGrain>(new ResourcePoolId(pool).Key).ConfigureProviderAsync(new ConfigureProvider
            {
                CommandId = Guid.NewGuid(),
                Deadline = time.GetUtcNow() + TellTimeout,
                Caller = Caller.Engine,
                Provider = provider,
                Version = version,
            }).WaitAsync(TellTimeout, time);
            return reply.Code is null && reply.Unsettled == 0;
        }
        catch (Exception exception)
        {
            ProviderLog.PoolNotTold(_log, pool, version, exception);
            return false;
        }
    }
}
