using System.Collections.Immutable;

namespace Fulcrum.Contracts.Exchange;

/// <summary>Capacity of the federation.</summary>
[GenerateSerializer, Immutable, Alias("exchange.capacity-report")]
public sealed record CapacityReport
{
    /// <summary>Groups, sorted by key.</summary>
    [Id(0)] public ImmutableArray<CapacityGroup> Groups { get; init; } = [];

    /// <summary>When it was read.</summary>
    [Id(1)] public required DateTimeOffset At { get; init; }
}
