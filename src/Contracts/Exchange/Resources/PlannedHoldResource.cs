using System.Collections.Immutable;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>What a plan claims of one pool, with the versions that it was made on.</summary>
public sealed record PlannedHoldResource
{
    /// <summary>Pool.</summary>
    public required string ResourcePoolId { get; init; }

    /// <summary>Configuration of the pool that the plan was made on.</summary>
    public required long ConfigVersion { get; init; }

    /// <summary>Ledger version that the plan was made on.</summary>
    public required long Generation { get; init; }

    /// <summary>What is claimed, replica by replica.</summary>
    public ImmutableArray<HoldLine> Lines { get; init; } = [];

    /// <summary>Sum of <see cref="Lines"/> per class.</summary>
    public SortedMap<long> Amounts { get; init; } = [];

    /// <summary>The claim as the outside sees it.</summary>
    public static PlannedHoldResource From(PlannedHold hold) => new()
    {
        ResourcePoolId = hold.Pool.Value,
        ConfigVersion = hold.ConfigVersion,
        Generation = hold.Generation,
        Lines = hold.Lines,
        Amounts = hold.Amounts,
    };
}
