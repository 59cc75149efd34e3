using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Rows;

/// <summary>Measures the orders of a row.</summary>
/// <param name="source">Where problems come from.</param>
/// <param name="time">Clock for the limit of the row.</param>
internal sealed class RowRun(IProblemSource source, TimeProvider time)
{
    private const int WarmUpSeedsMin = 3;
    private const int WarmUpSeedsMax = 1_000;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(6);

    /// <summary>Solves the orders of a row with one contender, until they are done or the row's time is up.</summary>
    public IReadOnlyList<RowMeasurement> Solve(WorkRow row, IContender contender, int firstSeed, int count, TimeSpan most)
    {
        WarmUp(row, contender, firstSeed);
        long startedAt = time.GetTimestamp();
        List<RowMeasurement> done = [];
        for (int seed = firstSeed; seed < firstSeed + count && time.GetElapsedTime(startedAt) < most; seed++)
        {
            done.Add(RowMeter.Measure(contender, source.Create(row.Pools, row.Items, row.Family, seed), seed, row.Limit));
        }

        return done;
    }

    /// <summary>Solves some of the same orders with a slower contender, and compares the answers.</summary>
    /// <exception cref="WrongAnswerException">Answers contradict each other.</exception>
    public IReadOnlyList<RowMeasurement> Compare(WorkRow row, IContender reference, IEnumerable<RowMeasurement> known, TimeSpan limit)
    {
        List<RowMeasurement> done = [];
        foreach (RowMeasurement own in known)
        {
            PlacementProblem problem = source.Create(row.Pools, row.Items, row.Family, own.Seed);
            RowMeasurement other = RowMeter.Measure(reference, problem, own.Seed, limit);
            RowMeter.CheckAgreement(own, other);
            done.Add(other);
        }

        return done;
    }

    /// <summary>Orders of the same size, with seeds that are not measured, until code is compiled as in a service that has run for a while.</summary>
    private void WarmUp(WorkRow row, IContender contender, int firstSeed)
    {
        long startedAt = time.GetTimestamp();
        for (int seed = 1; seed <= WarmUpSeedsMax && (seed <= WarmUpSeedsMin || time.GetElapsedTime(startedAt) < WarmUpTime); seed++)
        {
            contender.Solve(source.Create(row.Pools, row.Items, row.Family, -firstSeed - seed), row.Limit);
        }
    }
}
