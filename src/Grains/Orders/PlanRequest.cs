using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Grains.Orders;

/// <summary>What to plan, and what this order has learned about pools since it began.</summary>
public sealed record PlanRequest
{
    /// <summary>Identifies the order; breaks ties by default.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The order.</summary>
    public required OrderDocument Order { get; init; }

    /// <summary>What else a quote is to tell.</summary>
    public QuoteOptions? Options { get; init; }

    /// <summary>Instant at which facts are evaluated.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the caller stops waiting.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Pools as they described themselves when they refused; they correct the index.</summary>
    public ImmutableArray<PoolSummary> Corrections { get; init; } = [];

    /// <summary>Pools that did not answer or do not exist: to be left out.</summary>
    public ImmutableArray<ResourcePoolId> Excluded { get; init; } = [];

    /// <summary>Whether the shards are to be read afresh first, because the order is about to be rejected.</summary>
    public bool Afresh { get; init; }
}
