namespace Fulcrum.Contracts.Exchange;

/// <summary>Capacity of one resource class.</summary>
[GenerateSerializer, Immutable, Alias("exchange.class-capacity")]
public sealed record ClassCapacity
{
    /// <summary>What can be sold in all.</summary>
    [Id(0)] public required long Sellable { get; init; }

    /// <summary>What is held.</summary>
    [Id(1)] public required long Held { get; init; }

    /// <summary>What is allocated.</summary>
    [Id(2)] public required long Allocated { get; init; }

    /// <summary>What can be sold now.</summary>
    [Id(3)] public required long Free { get; init; }
}
