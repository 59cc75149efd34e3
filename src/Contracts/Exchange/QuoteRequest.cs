using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Exchange;

/// <summary>Asks for a plan without claiming anything.</summary>
[GenerateSerializer, Immutable, Alias("exchange.quote-request")]
public sealed record QuoteRequest
{
    /// <summary>The order.</summary>
    [Id(0)] public required OrderDocument Order { get; init; }

    /// <summary>Other plans wanted.</summary>
    [Id(1)] public int Alternatives { get; init; }

    /// <summary>Whether to explain.</summary>
    [Id(2)] public bool Explain { get; init; }

    /// <summary>Item of the question why a provider was not chosen.</summary>
    [Id(3)] public string? WhyNotItemId { get; init; }

    /// <summary>Provider of that question.</summary>
    [Id(4)] public string? WhyNotProviderId { get; init; }

    /// <summary>Whether to tell the trade-off between price, locality and sovereignty.</summary>
    [Id(5)] public bool Frontier { get; init; }
}
