namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>The question why a provider was not chosen for an item.</summary>
public sealed record WhyNotQuestion
{
    /// <summary>Item.</summary>
    public required string ItemId { get; init; }

    /// <summary>Provider.</summary>
    public required string ProviderId { get; init; }
}
