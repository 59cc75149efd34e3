namespace Fulcrum.Contracts.Reading;

/// <summary>The body of a request that says everything with its path.</summary>
public sealed record EmptyRequest;
