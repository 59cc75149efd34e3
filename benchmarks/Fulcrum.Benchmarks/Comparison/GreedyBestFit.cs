using Fulcrum.Benchmarks.Reference;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Comparison;

/// <summary>
/// Items from the largest to the smallest, replica by replica, each where it adds least: its price, latency to users, and the fee of a provider that the
/// order does not use yet; among equals the fullest pool. Own rules of items and room are kept; spread and relations are not looked at.
/// </summary>
internal sealed class GreedyBestFit : IBuyer
{
    public string Name => "greedy best fit";

    public Plan? Choose(PlacementProblem problem)
    {
        IReadOnlyList<IReadOnlyList<ReferenceCandidate>> candidates = CandidateFinder.Find(problem);
        FreeCapacity free = new(problem);
        HashSet<int> providers = [];
        PlanLines lines = new();
        foreach (int item in Enumerable.Range(0, candidates.Count).OrderByDescending(item => problem.Order.Items[item].Resources.Values.Sum()))
        {
            for (int replica = 0; replica < problem.Order.Items[item].Quantity; replica++)
            {
                ReferenceCandidate? chosen = candidates[item].Where(candidate => free.Fits(candidate.Pool, candidate.Consumption))
                    .MinBy(candidate => (Added(problem, providers, candidate), candidate.Consumption.Keys.Sum(resourceClass => free.Left(candidate.Pool, resourceClass))));
                if (chosen is null) return null;
                free.Take(chosen.Pool, chosen.Consumption);
                providers.Add(problem.Pools[chosen.Pool].Provider);
                lines.Add(item, chosen.Pool, chosen.Offer);
            }
        }

        return lines.ToPlan();
    }

    private static long Added(PlacementProblem problem, HashSet<int> providers, ReferenceCandidate candidate)
    {
        int provider = problem.Pools[candidate.Pool].Provider;
        return candidate.PriceMicros + candidate.LocalityMicros + (providers.Contains(provider) ? 0 : problem.Providers[provider].FeePerOrderMicros);
    }
}
