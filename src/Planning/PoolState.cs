using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Planning;

/// <summary>A resource pool as it stands: its configuration, its provider, and what is claimed of it.</summary>
/// <param name="Document">The pool.</param>
/// <param name="Provider">The member that sells it.</param>
/// <param name="Claimed">Units held or allocated per class.</param>
/// <param name="Generation">Version of the ledger that the claimed units belong to.</param>
/// <param name="ConfigVersion">Version of the pool's configuration.</param>
public sealed record PoolState(ResourcePoolDocument Document, ProviderDocument Provider, SortedMap<long> Claimed, long Generation, long ConfigVersion);
