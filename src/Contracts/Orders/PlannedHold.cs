using System.Collections.Immutable;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Orders;

/// <summary>What a plan claims of one pool.</summary>
[GenerateSerializer, Immutable, Alias("orders.planned-hold")]
public sealed record PlannedHold
{
    /// <summary>Pool.</summary>
    [Id(0)] public required ResourcePoolId Pool { get; init; }

    /// <summary>Configuration of the pool that the plan was made on.</summary>
    [Id(1)] public required long ConfigVersion { get; init; }

    /// <summary>Ledger version that the plan was made on.</summary>
    [Id(2)] public required long Generation { get; init; }

    /// <summary>What is claimed, replica by replica.</summary>
    [Id(3)] public required ImmutableArray<HoldLine> Lines { get; init; }

    /// <summary>Sum of <see cref="Lines"/> per class.</summary>
    [Id(4)] public required SortedMap<long> Amounts { get; init; }
}
