using Fulcrum.Contracts.Quantities;

namespace Fulcrum.LoadTest.Transports;

/// <summary>What an order claims of one pool.</summary>
/// <param name="PoolId">Pool.</param>
/// <param name="Amounts">Amount per class.</param>
internal sealed record PoolClaim(string PoolId, SortedMap<long> Amounts);
