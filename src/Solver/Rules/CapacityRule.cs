using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>What the order consumes of a class in a pool is free there, over all items together.</summary>
internal sealed class CapacityRule : HardRule
{
    public override string Name => "capacity";

    public override PoolFilter FilterFor(PlacementProblem problem, OrderItem item) => static sieve =>
    {
        IReadOnlyDictionary<string, long> first = sieve.Shapes[0].Consumption;
        sieve.Shapes.RemoveAll(shape => PoolCapacity.Replicas(sieve.Columns, sieve.Pool, shape.Consumption, most: 1) == 0);
        return sieve.Shapes.Count > 0 ? null : $"too little {Scarce(sieve, first)} free for one replica";
    };

    public override void Constrain(PlacementModel model)
    {
        foreach (IGrouping<int, Candidate> pool in model.Problem.Candidates.GroupBy(candidate => candidate.Pool))
        {
            foreach (string resourceClass in pool.SelectMany(candidate => candidate.Consumption.Keys).Distinct())
            {
                LinearSum consumed = new();
                foreach (Candidate candidate in pool) consumed.Add(model.Replicas(candidate), candidate.Consumption.GetValueOrDefault(resourceClass));
                model.Builder.AddAtMost(consumed, model.Problem.Columns[resourceClass].Free(pool.Key));
            }
        }
    }

    public override bool IsMetBy(PlanView plan) => plan.Placements
        .SelectMany(placement => placement.Candidate.Consumption.Select(entry => (placement.Candidate.Pool, Class: entry.Key, Amount: (BigInteger)entry.Value * placement.Replicas)))
        .GroupBy(use => (use.Pool, use.Class))
        .All(uses => uses.Aggregate(BigInteger.Zero, (sum, use) => sum + use.Amount) <= plan.Problem.Columns[uses.Key.Class].Free(uses.Key.Pool));

    private static string Scarce(PoolSieve sieve, IReadOnlyDictionary<string, long> consumption) =>
        consumption.First(entry => sieve.Columns[entry.Key].Free(sieve.Pool) < entry.Value).Key;
}
