using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>A claim of an order on one pool.</summary>
public sealed record HoldResource
{
    /// <summary>Pool.</summary>
    public required string ResourcePoolId { get; init; }

    /// <summary>What the pool has acknowledged.</summary>
    public required ClaimState State { get; init; }

    /// <summary>Amount per class.</summary>
    public SortedMap<long> Amounts { get; init; } = [];

    /// <summary>The claim as the outside sees it.</summary>
    public static HoldResource From(HoldView hold) => new() { ResourcePoolId = hold.Pool.Value, State = hold.State, Amounts = hold.Amounts };
}
