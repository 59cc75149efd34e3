using Fulcrum.Benchmarks.Reference;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Comparison;

/// <summary>
/// Each item by itself takes the candidates with the lowest replica price that pass its own rules (traits, gate, latency to users), as many replicas on
/// each as fit. Fees, traffic, spread, relations and what other items take are not looked at.
/// </summary>
internal sealed class CheapestCandidate : IBuyer
{
    public string Name => "cheapest candidate";

    public Plan? Choose(PlacementProblem problem)
    {
        PlanLines lines = new();
        foreach ((int item, IReadOnlyList<ReferenceCandidate> candidates) in CandidateFinder.Find(problem).Index())
        {
            FreeCapacity free = new(problem);
            ReferenceCandidate[] sorted = [.. candidates.OrderBy(static candidate => candidate.PriceMicros)];
            for (int replica = 0; replica < problem.Order.Items[item].Quantity; replica++)
            {
                if (sorted.FirstOrDefault(candidate => free.Fits(candidate.Pool, candidate.Consumption)) is not { } chosen) return null;
                free.Take(chosen.Pool, chosen.Consumption);
                lines.Add(item, chosen.Pool, chosen.Offer);
            }
        }

        return lines.ToPlan();
    }
}
