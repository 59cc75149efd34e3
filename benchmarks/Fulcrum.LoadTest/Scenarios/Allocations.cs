using System.Globalization;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Quantities;
using Fulcrum.LoadTest.Transports;

namespace Fulcrum.LoadTest.Scenarios;

/// <summary>Live allocations, evenly over the pools: made and released by the pools' ledgers, as orders do it, but without orders.</summary>
internal sealed class Allocations(GrainTransport transport)
{
    private const int PoolsAtOnce = 16;
    private const int CallsAtOnce = 250;

    private static readonly SortedMap<long> Demand = [new("vcpu", 1), new("memoryMiB", 1024), new("diskGiB", 10)];

    private readonly Dictionary<string, List<HoldId>> _made = new(StringComparer.Ordinal);

    /// <summary>Makes them.</summary>
    public async Task MakeAsync(IReadOnlyList<string> poolIds, int count, CancellationToken cancellationToken)
    {
        foreach (string poolId in poolIds) _made[poolId] = [];
        await EachPoolAsync(poolIds.Index(), async entry =>
        {
            int share = (count / poolIds.Count) + (entry.Index < count % poolIds.Count ? 1 : 0);
            PoolLedgerCalls ledger = await transport.LedgerOfAsync(entry.Item);
            foreach (int[] numbers in Enumerable.Range(0, share).Chunk(CallsAtOnce))
            {
                _made[entry.Item].AddRange(await Task.WhenAll(numbers.Select(number => ledger.AllocateAsync(string.Create(CultureInfo.InvariantCulture, $"fill-{entry.Index}-{number}"), Demand))));
            }
        }, cancellationToken);
    }

    /// <summary>Releases them all, through whichever silo.</summary>
    public Task ReleaseAsync(GrainTransport through, CancellationToken cancellationToken) => EachPoolAsync(_made, async pool =>
    {
        PoolLedgerCalls ledger = await through.LedgerOfAsync(pool.Key);
        foreach (HoldId[] ids in pool.Value.Chunk(CallsAtOnce)) await Task.WhenAll(ids.Select(ledger.ReleaseAsync));
    }, cancellationToken);

    private static Task EachPoolAsync<T>(IEnumerable<T> pools, Func<T, Task> work, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(pools, new ParallelOptions { MaxDegreeOfParallelism = PoolsAtOnce, CancellationToken = cancellationToken }, async (pool, _) => await work(pool));
}
