namespace Fulcrum.Grains.Journaling;

/// <summary>Which part of the feed to read.</summary>
/// <param name="After">Cursor after which to read; null is the beginning.</param>
/// <param name="Limit">Events wanted.</param>
/// <param name="Tenant">Only events of this tenant and of the market; null is all.</param>
/// <param name="Types">Only these event types; empty is all.</param>
/// <param name="Stream">Only this stream; null is all.</param>
public sealed record FeedQuery(string? After, int Limit, string? Tenant, IReadOnlyList<string> Types, string? Stream = null);
