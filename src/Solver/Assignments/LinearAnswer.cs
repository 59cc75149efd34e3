namespace Fulcrum.Solver.Assignments;

/// <summary>An answer of a linear relaxation, in floating point: it guides, and proves nothing.</summary>
/// <param name="Replicas">Replicas by way.</param>
/// <param name="Used">To which part each provider is used.</param>
/// <param name="Payments">What a replica more of an item costs, in units of cost.</param>
/// <param name="RoomPrices">What a unit of room less costs, by pool and row.</param>
internal sealed record LinearAnswer(double[] Replicas, double[] Used, double[] Payments, double[][] RoomPrices)
{
    /// <summary>What differs from a whole number by no more counts as one.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Replicas by way in whole numbers; null when they are not.</summary>
    public int[]? Whole()
    {
        int[] whole = new int[Replicas.Length];
        for (int way = 0; way < whole.Length; way++)
        {
            double rounded = Math.Round(Replicas[way]);
            if (Math.Abs(rounded - Replicas[way]) > Tolerance * Math.Max(1, rounded)) return null;
            whole[way] = (int)rounded;
        }

        return whole;
    }
}
