namespace Fulcrum.Contracts.Exchange;

/// <summary>What an import did.</summary>
[GenerateSerializer, Immutable, Alias("exchange.import-report")]
public sealed record ImportReport
{
    /// <summary>Locations.</summary>
    [Id(0)] public ImportCounts Locations { get; init; } = new();

    /// <summary>Links.</summary>
    [Id(1)] public ImportCounts Links { get; init; } = new();

    /// <summary>Providers.</summary>
    [Id(2)] public ImportCounts Providers { get; init; } = new();

    /// <summary>Pools.</summary>
    [Id(3)] public ImportCounts ResourcePools { get; init; } = new();
}
