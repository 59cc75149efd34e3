namespace Fulcrum.Contracts.Reading;

/// <summary>A request to let holds stay longer.</summary>
/// <param name="HoldSeconds">How long from now; absent is the default.</param>
public sealed record RenewRequest(int? HoldSeconds);
