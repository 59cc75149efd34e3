using Fulcrum.Contracts.Quantities;
using Fulcrum.LoadTest.Scenarios;
using Fulcrum.LoadTest.Transports;

namespace Fulcrum.LoadTest.Driving;

/// <summary>Compares every pool, read through the API when all is quiet, with what was promised.</summary>
internal sealed class OversellCheck(IDriverTransport transport, PromiseBook book)
{
    private const int ReadersMax = 16;

    /// <summary>Reads the pools.</summary>
    public async Task<OversellReport> RunAsync(IEnumerable<string> poolIds, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, SortedMap<long>> promised = book.PerPool();
        int oversold = 0;
        int missing = 0;
        ParallelOptions options = new() { MaxDegreeOfParallelism = ReadersMax, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(poolIds, options, async (poolId, _) =>
        {
            PoolReading pool = await transport.ReadPoolAsync(poolId);
            SortedMap<long> claims = promised.GetValueOrDefault(poolId, []);
            if (Exceeds(pool.Claimed, pool.Sellable) || Exceeds(claims, pool.Sellable)) Interlocked.Increment(ref oversold);
            if (Exceeds(claims, pool.Claimed)) Interlocked.Increment(ref missing);
        });
        return new OversellReport(oversold, missing);
    }

    private static bool Exceeds(SortedMap<long> amounts, SortedMap<long> limits) => amounts.Any(entry => entry.Value > limits.Of(entry.Key));
}
