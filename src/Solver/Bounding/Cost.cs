using System.Numerics;

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

    /// <summary>Adds costs, none negative, to others of the same number.</summary>
    public static void AddTo(Span<long> costs, ReadOnlySpan<long> more)
    {
        int i = 0;
        Vector<long> infinite = new(Infinite);
        for (; i <= costs.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            Vector.Min(new Vector<long>(costs[i..]) + new Vector<long>(more[i..]), infinite).CopyTo(costs[i..]);
        }

        for (; i < costs.Length; i++) costs[i] = Math.Min(Infinite, costs[i] + more[i]);
    }

    /// <summary>The least sum of two costs at the same place; infinite when there is none.</summary>
    public static long LeastSum(ReadOnlySpan<long> costs, ReadOnlySpan<long> others)
    {
        int i = 0;
        Vector<long> least = new(Infinite);
        for (; i <= costs.Length - Vector<long>.Count; i += Vector<long>.Count) least = Vector.Min(least, new Vector<long>(costs[i..]) + new Vector<long>(others[i..]));
        long sum = Infinite;
        for (int lane = 0; lane < Vector<long>.Count; lane++) sum = Math.Min(sum, least[lane]);
        for (; i < costs.Length; i++) sum = Math.Min(sum, unchecked(costs[i] + others[i]));
        return sum;
    }
}
