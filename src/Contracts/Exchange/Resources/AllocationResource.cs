using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>What an order has claimed of a pool.</summary>
public sealed record AllocationResource
{
    /// <summary>Tenant that placed the order.</summary>
    public required string Tenant { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Attempt of the order that made the claim.</summary>
    public required string AttemptId { get; init; }

    /// <summary>Held or allocated.</summary>
    public required ClaimState State { get; init; }

    /// <summary>Amount per class.</summary>
    public SortedMap<long> Amounts { get; init; } = [];

    /// <summary>Configuration of the pool that the claim was last checked against.</summary>
    public required long ConfigVersion { get; init; }

    /// <summary>Whether it is an allocation that does not meet the gate of its order any more: facts have changed since it was confirmed, or its pool or provider is suspended.</summary>
    public bool Drifted { get; init; }

    /// <summary>When a hold means to end.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The claim as the outside sees it.</summary>
    public static AllocationResource From(ClaimView claim) => new()
    {
        Tenant = claim.Order.Tenant,
        OrderId = claim.Order.Value,
        AttemptId = claim.Attempt.ToString(),
        State = claim.State,
        Amounts = claim.Amounts,
        ConfigVersion = claim.ConfigVersion,
        Drifted = claim.Drifted,
        ExpiresAt = claim.ExpiresAt,
    };
}
