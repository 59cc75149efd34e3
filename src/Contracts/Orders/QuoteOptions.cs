namespace Fulcrum.Contracts.Orders;

/// <summary>What a quote is to tell beyond its plan.</summary>
[GenerateSerializer, Immutable, Alias("orders.quote-options")]
public sealed record QuoteOptions
{
    /// <summary>Other plans wanted.</summary>
    [Id(0)] public int Alternatives { get; init; }

    /// <summary>Whether to explain.</summary>
    [Id(1)] public bool Explain { get; init; }

    /// <summary>Item of the question why a provider was not chosen.</summary>
    [Id(2)] public string? WhyNotItemId { get; init; }

    /// <summary>Provider of that question.</summary>
    [Id(3)] public string? WhyNotProviderId { get; init; }

    /// <summary>Whether to tell the trade-off between price, locality and sovereignty.</summary>
    [Id(4)] public bool Frontier { get; init; }
}
