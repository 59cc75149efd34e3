using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>Body of a request for a quote.</summary>
public sealed record QuoteRequestResource
{
    /// <summary>The order.</summary>
    public required OrderDocument Order { get; init; }

    /// <summary>Other plans wanted; absent is none.</summary>
    public int? Alternatives { get; init; }

    /// <summary>Whether to explain.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether to tell the trade-off between price, locality and sovereignty.</summary>
    public bool Frontier { get; init; }

    /// <summary>Why was that provider not chosen?</summary>
    public WhyNotQuestion? WhyNot { get; init; }

    /// <summary>The body that asks for this.</summary>
    public static QuoteRequestResource From(QuoteRequest request) => new()
    {
        Order = request.Order,
        Alternatives = request.Alternatives > 0 ? request.Alternatives : null,
        Explain = request.Explain,
        Frontier = request.Frontier,
        WhyNot = request is { WhyNotItemId: { } item, WhyNotProviderId: { } provider } ? new WhyNotQuestion { ItemId = item, ProviderId = provider } : null,
    };
}
