using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Orders;

/// <summary>A claim of an order.</summary>
[GenerateSerializer, Immutable, Alias("orders.hold-view")]
public sealed record HoldView
{
    /// <summary>Pool.</summary>
    [Id(0)] public required ResourcePoolId Pool { get; init; }

    /// <summary>Amount per class.</summary>
    [Id(1)] public required SortedMap<long> Amounts { get; init; }

    /// <summary>What the pool has acknowledged.</summary>
    [Id(2)] public required ClaimState State { get; init; }
}
