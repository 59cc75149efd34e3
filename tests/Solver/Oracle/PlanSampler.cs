namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Draws counts over all ways of a problem, allowed or not, complete or not quite.</summary>
internal static class PlanSampler
{
    /// <summary>Every complete plan over every way, without any pruning.</summary>
    public static IEnumerable<int[][]> All(NaiveJudge judge) => Items(judge, [.. judge.Ways.Select(ways => new int[ways.Length])], 0);

    /// <summary>Number of plans that <see cref="All"/> lists.</summary>
    public static double CountAll(NaiveJudge judge)
    {
        double plans = 1;
        for (int item = 0; item < judge.Ways.Length; item++)
        {
            for (int chosen = 1; chosen <= judge.QuantityOf(item); chosen++) plans = plans * (judge.Ways[item].Length - 1 + chosen) / chosen;
        }

        return plans;
    }

    /// <summary>Random counts, mostly over allowed ways; one in twenty misses or exceeds a quantity.</summary>
    public static int[][] Draw(NaiveJudge judge, Prng random)
    {
        int[][] counts = [.. judge.Ways.Select(ways => new int[ways.Length])];
        for (int item = 0; item < counts.Length; item++)
        {
            int[] allowed = [.. Enumerable.Range(0, counts[item].Length).Where(way => judge.Ways[item][way].Allowed || random.Percent(3))];
            int[] ways = allowed.Length > 0 ? allowed : [.. Enumerable.Range(0, counts[item].Length)];
            int replicas = Math.Max(1, judge.QuantityOf(item) + (random.Percent(5) ? random.Pick(-1, 1) : 0));
            for (int replica = 0; replica < replicas; replica++) counts[item][random.Pick(ways)]++;
        }

        return counts;
    }

    private static IEnumerable<int[][]> Items(NaiveJudge judge, int[][] counts, int item) => item == counts.Length
        ? [counts]
        : Replicas(counts[item], 0, judge.QuantityOf(item)).SelectMany(_ => Items(judge, counts, item + 1));

    private static IEnumerable<int> Replicas(int[] counts, int way, int left)
    {
        if (way == counts.Length - 1)
        {
            counts[way] = left;
            yield return left;
            counts[way] = 0;
            yield break;
        }

        for (int count = 0; count <= left; count++)
        {
            counts[way] = count;
            foreach (int rest in Replicas(counts, way + 1, left - count)) yield return rest;
        }

        counts[way] = 0;
    }
}
