using System.Collections.Concurrent;
using Fulcrum.Contracts.Quantities;
using Fulcrum.LoadTest.Transports;

namespace Fulcrum.LoadTest.Scenarios;

/// <summary>The claims that the engine has acknowledged and nobody has ended: what must be in the pools when all is quiet.</summary>
internal sealed class PromiseBook
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<PoolClaim>> _claims = new(StringComparer.Ordinal);

    /// <summary>An order was acknowledged.</summary>
    public void Add(string orderId, IReadOnlyList<PoolClaim> claims) => _claims[orderId] = claims;

    /// <summary>An order is about to be cancelled: from here on its claims may or may not be there.</summary>
    public void Remove(string orderId) => _claims.TryRemove(orderId, out _);

    /// <summary>What is promised of each pool, per class.</summary>
    public IReadOnlyDictionary<string, SortedMap<long>> PerPool() => _claims.Values
        .SelectMany(static claims => claims)
        .GroupBy(static claim => claim.PoolId, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => Sum(group), StringComparer.Ordinal);

    private static SortedMap<long> Sum(IEnumerable<PoolClaim> claims) => claims
        .SelectMany(static claim => claim.Amounts)
        .GroupBy(static entry => entry.Key, StringComparer.Ordinal)
        .Select(static entries => KeyValuePair.Create(entries.Key, entries.Sum(static entry => entry.Value)))
        .ToSortedMap();
}
