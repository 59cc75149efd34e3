using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Verification;

/// <summary>An event with what the feed goes by.</summary>
/// <param name="Event">The event.</param>
/// <param name="Tenant">Tenant that the feed shows it to.</param>
/// <param name="Place">Its place in the feed; compared only with places of the same database.</param>
public sealed record VerifiedEvent(StoredEvent Event, string Tenant, (ulong Transaction, long Sequence) Place);
