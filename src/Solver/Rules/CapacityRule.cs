using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>What the order consumes of a class in a pool is free there, over all items together.</summary>
internal sealed class CapacityRule : HardRule
{
    public override string Name => "capacity";

    public override bool IsScreen => true;

    public override void Screen(ItemScreening screening) => FreeAmounts.Keep(screening);

    public override void Constrain(PlacementModel model)
    {
        foreach (IGrouping<int, Candidate> pool in model.Problem.Candidates.GroupBy(candidate => candidate.Pool))
        {
            foreach (string resourceClass in pool.SelectMany(candidate => candidate.Consumption.Keys).Distinct())
            {
                LinearSum consumed = new();
                foreach (Candidate candidate in pool) consumed.Add(model.Replicas(candidate), candidate.Consumption.GetValueOrDefault(resourceClass));
                model.Builder.AddAtMost(consumed, model.Problem.Supply.Free(pool.Key, resourceClass));
            }
        }
    }

    public override bool IsMetBy(PlanView plan) => plan.Placements
        .SelectMany(placement => placement.Candidate.Consumption.Select(entry => (placement.Candidate.Pool, Class: entry.Key, Amount: (BigInteger)entry.Value * placement.Replicas)))
        .GroupBy(use => (use.Pool, use.Class))
        .All(uses => uses.Aggregate(BigInteger.Zero, (sum, use) => sum + use.Amount) <= plan.Problem.Supply.Free(uses.Key.Pool, uses.Key.Class));
}
