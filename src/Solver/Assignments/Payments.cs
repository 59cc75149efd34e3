namespace Fulcrum.Solver.Assignments;

/// <summary>What items pay for a replica, and how the rows of a pool with several are weighed against each other. Any integers make a bound.</summary>
internal sealed class Payments
{
    private const int ScaleBitsMax = 20;
    private const int SumBitsMax = 52;
    private const double Largest = 1L << 54;
    private const long WeightMax = 1L << 10;

    private readonly long[][] _weights;

    /// <summary>Rounds payments.</summary>
    /// <param name="model">The order.</param>
    /// <param name="perReplica">Payment by item, in units of cost.</param>
    /// <param name="roomPrices">What a unit of room costs, by pool and row.</param>
    public Payments(AssignmentModel model, IReadOnlyList<double> perReplica, IReadOnlyList<double[]> roomPrices)
    {
        Scale = ScaleOf(model);
        OfItem = [.. perReplica.Select((payment, item) => (long)Math.Round(Math.Clamp(payment, -LargestOf(model, item), LargestOf(model, item)) * Scale))];
        _weights = [.. model.Rows.Select((rows, pool) => WeightsOf(rows, roomPrices[pool]))];
    }

    private Payments(long scale, long[] ofItem, long[][] weights) => (Scale, OfItem, _weights) = (scale, ofItem, weights);

    /// <summary>Payments are in so many parts of a unit of cost.</summary>
    public long Scale { get; }

    /// <summary>Payment for a replica by item.</summary>
    public long[] OfItem { get; }

    /// <summary>The same payments in whole units of cost.</summary>
    public Payments Whole() => new(1, [.. OfItem.Select(payment => (long)Math.Round((double)payment / Scale))], _weights);

    /// <summary>Payments moved along a direction.</summary>
    /// <param name="direction">By item.</param>
    /// <param name="way">How far.</param>
    public Payments Moved(int[] direction, double way)
    {
        long[] moved = [.. OfItem];
        for (int item = 0; item < moved.Length; item++)
        {
            double change = Math.Round(direction[item] * way);
            if (Math.Abs(change + moved[item]) < Largest) moved[item] += (long)change;
        }

        return new Payments(Scale, moved, _weights);
    }

    /// <summary>What a replica gains, paid for and bought.</summary>
    public long GainOf(AssignmentModel model, int way) => OfItem[model.Ways[way].Item] - (model.Ways[way].Cost * Scale);

    /// <summary>What a replica takes of the weighed room of its pool.</summary>
    public long AmountOf(AssignmentModel model, int way)
    {
        long[] weights = _weights[model.Ways[way].Pool];
        if (weights.Length == 1) return model.Ways[way].Amounts[0];
        long amount = 0;
        for (int row = 0; row < weights.Length; row++) amount += weights[row] * model.Ways[way].Amounts[row];
        return amount;
    }

    /// <summary>The weighed room of a pool.</summary>
    public Int128 RoomOf(AssignmentModel model, int pool)
    {
        Int128 room = 0;
        for (int row = 0; row < _weights[pool].Length; row++) room += (Int128)_weights[pool][row] * model.Rows[pool][row].Room;
        return room;
    }

    /// <summary>A payment beyond which a replica is worth more than any plan.</summary>
    private static double LargestOf(AssignmentModel model, int item) => 4.0 * (model.Most + 1) / model.Items[item];

    private static long ScaleOf(AssignmentModel model)
    {
        int bits = SumBitsMax - (64 - (int)long.LeadingZeroCount(model.Most + 1));
        return 1L << Math.Clamp(bits, 0, ScaleBitsMax);
    }

    /// <summary>A single row has no weight beside it.</summary>
    private static long[] WeightsOf(RoomRow[] rows, double[] prices)
    {
        if (rows.Length == 1) return [1];
        double largest = prices.DefaultIfEmpty(0).Max();
        return largest <= 0 ? new long[rows.Length] : [.. prices.Select(price => (long)Math.Round(Math.Max(0, price) / largest * WeightMax))];
    }
}
