using Fulcrum.Contracts.Quantities;

namespace Fulcrum.LoadTest.Transports;

/// <summary>A pool's ledger as the API tells it.</summary>
/// <param name="Sellable">What can be sold in all, per class.</param>
/// <param name="Claimed">What is held or allocated, per class.</param>
internal sealed record PoolReading(SortedMap<long> Sellable, SortedMap<long> Claimed);
