namespace Fulcrum.Contracts.Exchange;

/// <summary>What an import did to one kind of object.</summary>
[GenerateSerializer, Immutable, Alias("exchange.import-counts")]
public sealed record ImportCounts
{
    /// <summary>New ones.</summary>
    [Id(0)] public int Created { get; init; }

    /// <summary>Ones that are different from before.</summary>
    [Id(1)] public int Changed { get; init; }

    /// <summary>Ones that were just so.</summary>
    [Id(2)] public int Unchanged { get; init; }
}
