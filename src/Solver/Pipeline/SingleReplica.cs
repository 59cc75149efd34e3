using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Dividing;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>The best way of an order for one replica: every cost is known per way, so the cheapest is optimal if the rules on whole orders admit it.</summary>
internal static class SingleReplica
{
    /// <summary>The answer to an order for one replica; none when the stage is off or a rule on the whole plan refuses the cheapest way.</summary>
    public static Answer? Solve(ScreenedProblem problem, StageLog log)
    {
        if (!log.IsOn(PipelineStages.SingleReplica) || !Is(problem.Source.Order.Items) || Best(problem) is not { } way) return null;
        CompiledProblem compiled = ProblemCompiler.Compile(problem, [[way]]);
        PlanView plan = new(compiled, [new Placement(compiled.Candidates[0], 1)]);
        if (!RuleRegistry.Rules.All(rule => rule.IsMetBy(plan))) return null;
        log.Applied(PipelineStages.SingleReplica);
        return new Answer(PlacementStatus.Optimal, plan, Weights.Of(problem.Source.Order.Objective).Of(PlanScorer.Score(plan)), ProofKind.Relaxation, []);
    }

    /// <summary>Whether items are one replica.</summary>
    public static bool Is(IReadOnlyList<OrderItem> items) => items is [{ Quantity: 1 }];

    /// <summary>The way of least cost; equal ones are told apart by their rank. Null when costs are too large to compare here, or there is no way.</summary>
    private static int? Best(ScreenedProblem problem)
    {
        Weights weights = Weights.Of(problem.Source.Order.Objective);
        using CostedWays? ways = CostedWays.Of(problem, problem.Items[0], weights);
        return ways is null ? BestOfWide(problem, weights) : CheapestWay.Of(ways, weights)?.Way;
    }

    private static int? BestOfWide(ScreenedProblem problem, Weights weights)
    {
        ScreenedItem item = problem.Items[0];
        Int128[] ofProvider = new Int128[problem.Source.Providers.Count];
        Array.Fill(ofProvider, -1);
        Int128[] ofLocation = new Int128[problem.Source.Market.Locations.Count];
        Array.Fill(ofLocation, -1);
        bool hasPreferences = problem.Source.Order.Policy.Preferences.Count > 0;
        ReadOnlySpan<int> pools = item.Ways.Pools;
        ReadOnlySpan<long> prices = item.Ways.PricesMicros;
        int[] providers = problem.Supply.Domains.ProviderOf;
        int[] locations = problem.Supply.Domains.LocationOf;
        int? best = null;
        Int128 least = Int128.MaxValue;
        for (int way = 0; way < pools.Length; way++)
        {
            int pool = pools[way];
            ref Int128 fixedCost = ref ofProvider[providers[pool]];
            if (fixedCost < 0) fixedCost = weights.Price * ProviderMicros(problem, item, providers[pool]);
            ref Int128 locality = ref ofLocation[locations[pool]];
            if (locality < 0) locality = (Int128)weights.Locality * item.UserLocalityMicros(locations[pool]);
            Int128 cost = ((Int128)weights.Price * prices[way]) + fixedCost + locality;
            if (hasPreferences) cost += (Int128)weights.Sovereignty * item.SovereigntyMicros(pool);
            if (cost > least || (cost == least && problem.RankOf(pool) >= problem.RankOf(pools[best!.Value]))) continue;
            (best, least) = (way, cost);
        }

        return best;
    }

    private static Int128 ProviderMicros(ScreenedProblem problem, ScreenedItem item, int provider)
    {
        EgressCharge? charge = item.UserTrafficMiB == 0 ? null : problem.Egress[provider];
        return (Int128)problem.Source.Providers[provider].FeePerOrderMicros + (charge?.CostMicros(item.UserTrafficMiB) ?? 0);
    }
}
