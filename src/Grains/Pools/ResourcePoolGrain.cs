using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Providers;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Capacity;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Fulcrum.Grains.Pools;

/// <summary>Hosts a <see cref="PoolActor"/>.</summary>
[Reentrant]
internal sealed class ResourcePoolGrain(ActorHost host, ISummarySink summaries, PoolOptions options, IGrainFactory grains, TimeProvider time, ILogger<ResourcePoolGrain> logger) : Grain, IResourcePoolGrain
{
    /// <summary>How long the answer to a change of configuration waits for the capacity shard.</summary>
    private static readonly TimeSpan ShowTimeout = TimeSpan.FromSeconds(2);

    private PoolActor _actor = null!;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        ResourcePoolId id = ResourcePoolId.FromKey(this.GetPrimaryKeyString());
        _actor = new PoolActor(id, host.ServicesFor("Fulcrum.Grains.Pools", DeactivateOnIdle), summaries, options);
        return _actor.ActivateAsync();
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _actor.DrainAsync();

    /// <inheritdoc/>
    public Task<HoldReply> HoldAsync(HoldCommand command) => _actor.HoldAsync(command);

    /// <inheritdoc/>
    public Task<VerdictReply> ConfirmAsync(ConfirmHold command) => _actor.ConfirmAsync(command);

    /// <inheritdoc/>
    public Task<VerdictReply> ReleaseAsync(ReleaseHold command) => _actor.ReleaseAsync(command);

    /// <inheritdoc/>
    public async Task<ConfigureReply> ConfigureAsync(ConfigurePool command)
    {
        if (await Provider(command.Pool.ProviderId).GetAsync() is null)
        {
            return new ConfigureReply { Code = ErrorCodes.NotFound, Detail = $"There is no provider '{command.Pool.ProviderId}'. Create it first." };
        }

        ConfigureReply configured = await _actor.ConfigureAsync(command);
        return configured.Code is null ? await ShownAsync(await JoinAsync(command, configured)) : configured;
    }

    /// <inheritdoc/>
    public async Task<ConfigureReply> ConfigureProviderAsync(ConfigureProvider command) => await ShownAsync(await _actor.ConfigureProviderAsync(command));

    /// <inheritdoc/>
    public async Task<ConfigureReply> RetireAsync(RetirePool command) => await ShownAsync(await _actor.RetireAsync(command));

    /// <inheritdoc/>
    public Task<PoolSummary?> GetSummaryAsync() => _actor.GetSummaryAsync();

    /// <inheritdoc/>
    public Task<ClaimPage> ListClaimsAsync(ListClaims query) => _actor.ListClaimsAsync(query);

    /// <inheritdoc/>
    public Task DueAsync() => _actor.DueAsync();

    /// <summary>Joins the provider's list, and only then takes over what the provider says: without it the pool sells nothing.</summary>
    private async Task<ConfigureReply> JoinAsync(ConfigurePool command, ConfigureReply configured)
    {
        JoinReply joined = await Provider(command.Pool.ProviderId).JoinAsync(new JoinProvider
        {
            CommandId = command.CommandId,
            Deadline = command.Deadline,
            Caller = command.Caller,
            Pool = ResourcePoolId.FromKey(this.GetPrimaryKeyString()),
        });
        if (joined.Provider is null) return new ConfigureReply { Code = joined.Code ?? ErrorCodes.NotFound, Detail = joined.Detail };
        ConfigureReply told = await _actor.ConfigureProviderAsync(new ConfigureProvider
        {
            CommandId = Guid.NewGuid(),
            Deadline = command.Deadline,
            Caller = command.Caller,
            Provider = joined.Provider,
            Version = joined.Version,
        });
        return told with { Created = configured.Created, Changed = configured.Changed || told.Changed, Unsettled = Math.Max(configured.Unsettled, told.Unsettled) };
    }

    /// <summary>
    /// The reply once the capacity shard shows the change, so that an order placed after it, through whichever silo, is judged with it. A shard that cannot
    /// be reached delays the reply by <see cref="ShowTimeout"/> at most: the pool's publisher repeats the summary until it is taken.
    /// </summary>
    private async Task<ConfigureReply> ShownAsync(ConfigureReply reply)
    {
        if (reply.Summary is not { } summary) return reply;
        CapacityShardId shard = PoolSharding.ShardOf(new ResourcePoolId(summary.Pool.Id));
        try
        {
            await grains.GetGrain<ICapacityShardGrain>(shard.Key).PublishAsync([summary]).WaitAsync(ShowTimeout, time);
        }
        catch (Exception exception)
        {
            CapacityLog.PublishFailed(logger, shard.Key, 1, exception);
        }

        return reply;
    }

    private IProviderGrain Provider(string id) => grains.GetGrain<IProviderGrain>(new ProviderId(id).Key);
}
