using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Exchange;

/// <summary>Capacity of a group of pools.</summary>
[GenerateSerializer, Immutable, Alias("exchange.capacity-group")]
public sealed record CapacityGroup
{
    /// <summary>Value per grouping.</summary>
    [Id(0)] public required SortedMap<string> Key { get; init; }

    /// <summary>Capacity per resource class.</summary>
    [Id(1)] public required SortedMap<ClassCapacity> Classes { get; init; }

    /// <summary>Pools in the group.</summary>
    [Id(2)] public int Pools { get; init; }
}
