using Fulcrum.Solver.Compilation;

namespace Fulcrum.Solver.Relaxation;

/// <summary>What pools have left while items are placed one after the other.</summary>
internal sealed class RemainingCapacity(CompiledProblem problem)
{
    private readonly Dictionary<(int Pool, string Class), long> _taken = [];

    /// <summary>Replicas of a candidate that still fit, at most <paramref name="most"/>.</summary>
    public int Fit(Candidate candidate, int most)
    {
        long fit = most;
        foreach ((string resourceClass, long amount) in candidate.Consumption)
        {
            if (amount > 0) fit = Math.Min(fit, Left(candidate.Pool, resourceClass) / amount);
        }

        return (int)fit;
    }

    /// <summary>Takes the capacity of some replicas.</summary>
    public void Take(Candidate candidate, int replicas)
    {
        foreach ((string resourceClass, long amount) in candidate.Consumption)
        {
            (int, string) key = (candidate.Pool, resourceClass);
            _taken[key] = _taken.GetValueOrDefault(key) + (amount * replicas);
        }
    }

    private long Left(int pool, string resourceClass) => problem.Supply.Free(pool, resourceClass) - _taken.GetValueOrDefault((pool, resourceClass));
}
