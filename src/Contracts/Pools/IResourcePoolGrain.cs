namespace Fulcrum.Contracts.Pools;

/// <summary>Capacity of one provider at one location; keeps the ledger of holds and allocations. Key: <see cref="Identity.ResourcePoolId.Key"/>.</summary>
[Alias("fulcrum.pool")]
public interface IResourcePoolGrain : IGrainWithStringKey
{
    /// <summary>Claims, or refuses, at once.</summary>
    [Alias("hold")]
    Task<HoldReply> HoldAsync(HoldCommand command);

    /// <summary>Turns a hold into an allocation.</summary>
    [Alias("confirm")]
    Task<VerdictReply> ConfirmAsync(ConfirmHold command);

    /// <summary>Ends a claim.</summary>
    [Alias("release")]
    Task<VerdictReply> ReleaseAsync(ReleaseHold command);

    /// <summary>Creates the pool or replaces its configuration.</summary>
    [Alias("configure")]
    Task<ConfigureReply> ConfigureAsync(ConfigurePool command);

    /// <summary>Takes over what the provider says of itself.</summary>
    [Alias("configure-provider")]
    Task<ConfigureReply> ConfigureProviderAsync(ConfigureProvider command);

    /// <summary>Takes the pool off the market.</summary>
    [Alias("retire")]
    Task<ConfigureReply> RetireAsync(RetirePool command);

    /// <summary>The pool as it is now; null when it does not exist.</summary>
    [Alias("summary")]
    Task<PoolSummary?> GetSummaryAsync();

    /// <summary>What is held and runs here.</summary>
    [Alias("claims")]
    Task<ClaimPage> ListClaimsAsync(ListClaims query);

    /// <summary>Called by the sweep of due times: asks orders about holds whose time has come.</summary>
    [Alias("due")]
    Task DueAsync();
}
