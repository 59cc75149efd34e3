namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>Body of a request to let holds stay longer.</summary>
public sealed record RenewRequestResource
{
    /// <summary>How long from now; absent is the default.</summary>
    public int? HoldSeconds { get; init; }
}
