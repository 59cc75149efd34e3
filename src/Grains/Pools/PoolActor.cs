using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Actors;

namespace Fulcrum.Grains.Pools;

/// <summary>
/// A resource pool: what a grain hosts. Every member is called on the activation's scheduler, and may interleave with others.
/// </summary>
/// <remarks><see cref="Journaling.OutcomeUnknownException"/> and <see cref="Journaling.JournalOverloadedException"/> may come from every command.</remarks>
public sealed class PoolActor(ResourcePoolId id, ActorServices services, ISummarySink summaries, PoolOptions options)
{
    /// <summary>Loads the ledger. A failure means that the activation must not exist.</summary>
    public Task ActivateAsync() => throw new NotImplementedException($"{id}{services}{summaries}{options}");

    /// <summary>Claims, or refuses, at once.</summary>
    public Task<HoldReply> HoldAsync(HoldCommand command) => throw new NotImplementedException();

    /// <summary>Turns a hold into an allocation.</summary>
    public Task<VerdictReply> ConfirmAsync(ConfirmHold command) => throw new NotImplementedException();

    /// <summary>Ends a claim.</summary>
    public Task<VerdictReply> ReleaseAsync(ReleaseHold command) => throw new NotImplementedException();

    /// <summary>Creates the pool or replaces its configuration.</summary>
    public Task<ConfigureReply> ConfigureAsync(ConfigurePool command) => throw new NotImplementedException();

    /// <summary>Takes over what the provider says of itself.</summary>
    public Task<ConfigureReply> ConfigureProviderAsync(ConfigureProvider command) => throw new NotImplementedException();

    /// <summary>Takes the pool off the market for ever.</summary>
    public Task<ConfigureReply> RetireAsync(RetirePool command) => throw new NotImplementedException();

    /// <summary>The pool as committed; null when it does not exist.</summary>
    public Task<PoolSummary?> GetSummaryAsync() => throw new NotImplementedException();

    /// <summary>What is held and runs here, as committed.</summary>
    public Task<ClaimPage> ListClaimsAsync(ListClaims query) => throw new NotImplementedException();

    /// <summary>Asks orders about holds whose time has come; called by the sweep, and by the actor's own timer.</summary>
    public Task DueAsync() => throw new NotImplementedException();

    /// <summary>Finishes what is queued and stops timers; called before deactivation.</summary>
    public Task DrainAsync() => throw new NotImplementedException();
}
