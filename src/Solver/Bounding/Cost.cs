namespace Fulcrum.Solver.Bounding;

/// <summary>Costs in thousandths of a micro-EUR.</summary>
internal static class Cost
{
    /// <summary>Stands for what is impossible: above every cost that the bounds compute with, and small enough to be added up.</summary>
    public const long Infinite = 1L << 58;

    /// <summary>Largest cost of a whole plan that the bounds compute with.</summary>
    public const long Largest = 1L << 55;

    /// <summary>Sum of two costs, either of which may be infinite.</summary>
    public static long Add(long one, long other) => one >= Infinite || other >= Infinite ? Infinite : one + other;
}
