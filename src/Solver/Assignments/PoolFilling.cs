namespace Fulcrum.Solver.Assignments;

/// <summary>What the replicas of a pool gain at most: it is filled in the order of gain per unit of room, the last replicas in part.</summary>
/// <param name="Gain">No replicas that fit gain more, rounded down.</param>
/// <param name="CriticalGain">Gain of the way that is the last to be filled; 0 when there is room for all that gain.</param>
/// <param name="CriticalAmount">What a replica of that way takes; at least 1.</param>
/// <param name="IsOverfull">Whether what is placed for certain does not fit.</param>
internal readonly record struct PoolFilling(Int128 Gain, long CriticalGain, long CriticalAmount, bool IsOverfull)
{
    /// <summary>Fills a pool.</summary>
    public static PoolFilling Of(AssignmentModel model, Region region, Payments payments, int pool)
    {
        int[] ways = model.WaysOfPool[pool];
        Int128 room = payments.RoomOf(model, pool);
        Int128 gain = 0;
        int count = 0;
        (double Ratio, int Way)[] filled = new (double, int)[ways.Length];
        foreach (int way in ways)
        {
            long each = payments.GainOf(model, way);
            long amount = payments.AmountOf(model, way);
            int least = region.Least[way];
            gain += (Int128)each * least;
            room -= (Int128)amount * least;
            if (each <= 0 || region.Most[way] <= least) continue;
            filled[count++] = (amount == 0 ? double.MaxValue : (double)each / amount, way);
        }

        if (room < 0) return new PoolFilling(gain, 0, 1, IsOverfull: true);
        Array.Sort(filled, 0, count, RatioComparer.Instance);
        for (int i = 0; i < count; i++)
        {
            int way = filled[i].Way;
            long each = payments.GainOf(model, way);
            long amount = payments.AmountOf(model, way);
            long replicas = region.Most[way] - region.Least[way];
            if (amount == 0 || room >= (Int128)amount * replicas)
            {
                gain += (Int128)each * replicas;
                room -= (Int128)amount * replicas;
            }
            else
            {
                return Priced(model, region, payments, pool, each, amount);
            }
        }

        return new PoolFilling(gain, 0, 1, IsOverfull: false);
    }

    /// <summary>By how much a replica of a way falls short of what its room gains elsewhere, as a fraction.</summary>
    public (Int128 Loss, Int128 Divisor) Loss(long gain, long amount) => (((Int128)CriticalGain * amount) - ((Int128)gain * CriticalAmount), CriticalAmount);

    /// <summary>The gain at a price of room, which bounds it whatever the price, so that the order of filling need not be exact.</summary>
    private static PoolFilling Priced(AssignmentModel model, Region region, Payments payments, int pool, long criticalGain, long criticalAmount)
    {
        Int128 sum = payments.RoomOf(model, pool) * criticalGain;
        foreach (int way in model.WaysOfPool[pool])
        {
            Int128 net = ((Int128)payments.GainOf(model, way) * criticalAmount) - ((Int128)criticalGain * payments.AmountOf(model, way));
            sum += net * (net > 0 ? region.Most[way] : region.Least[way]);
        }

        Int128 gain = sum / criticalAmount;
        if (gain * criticalAmount > sum) gain--;
        return new PoolFilling(gain, criticalGain, criticalAmount, IsOverfull: false);
    }

    private sealed class RatioComparer : IComparer<(double Ratio, int Way)>
    {
        public static RatioComparer Instance { get; } = new();

        public int Compare((double Ratio, int Way) x, (double Ratio, int Way) y)
        {
            int order = y.Ratio.CompareTo(x.Ratio);
            return order != 0 ? order : x.Way.CompareTo(y.Way);
        }
    }
}
