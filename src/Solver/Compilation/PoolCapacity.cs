namespace Fulcrum.Solver.Compilation;

/// <summary>How many replicas of one shape the free capacity of a pool holds.</summary>
internal static class PoolCapacity
{
    /// <summary>Replicas that fit, at most <paramref name="most"/>.</summary>
    public static int Replicas(ResourceColumns columns, int pool, IReadOnlyDictionary<string, long> consumption, int most)
    {
        long fit = most;
        foreach ((string resourceClass, long amount) in consumption)
        {
            if (amount > 0) fit = Math.Min(fit, columns[resourceClass].Free(pool) / amount);
        }

        return (int)fit;
    }
}
