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

/// <summary>Answers orders whose items do not bear upon each other's cost: the replicas of each are divided among providers at the least cost, and if the rules admit that plan it is optimal.</summary>
internal static class Dividing
{
    /// <summary>The answer; none when the stage is off, the items are coupled, or a rule refuses the cheapest plan.</summary>
    public static Answer? Solve(ScreenedProblem problem, StageLog log, CancellationToken cancellationToken)
    {
        Weights weights = Weights.Of(problem.Source.Order.Objective);
        if (!log.IsOn(PipelineStages.Division) || !Applies(problem, weights)) return null;
        Int128 least = 0;
        int[][] ways = new int[problem.Items.Count][];
        foreach (ScreenedItem item in problem.Items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ItemDivision.Of(problem, item, weights, ProvidersOf(problem)) is not { } found) return null;
            if (found.Ways.Length == 0) return Infeasible(log);
            ways[item.Item] = found.Ways;
            least += found.Cost;
        }

        PlanView plan = ToPlan(problem, ways);
        if (!RuleRegistry.Rules.All(rule => rule.IsMetBy(plan)) || weights.Of(PlanScorer.Score(plan)) != least) return null;
        log.Applied(PipelineStages.Division);
        return new Answer(PlacementStatus.Optimal, plan, least, ProofKind.Relaxation, []);
    }

    /// <summary>A single item, or items that share neither relations nor what a provider charges an order once.</summary>
    private static bool Applies(ScreenedProblem problem, Weights weights)
    {
        if (problem.Source.Order.Relations.Count > 0 || problem.Items.Any(static item => item.Definition.Quantity > ItemDivision.ReplicasMax)) return false;
        if (problem.Items.Count == 1 || weights.Price == 0) return true;
        return problem.Supply.Charges.LargestFeeMicros == 0
            && (problem.Supply.LargestEgressMicrosPerMiB == 0 || problem.Items.All(static item => item.UserTrafficMiB == 0));
    }

    /// <summary>How many providers an item may use: what the order demands, where it has no other item.</summary>
    private static (int Least, int Most) ProvidersOf(ScreenedProblem problem)
    {
        OrderPolicy policy = problem.Source.Order.Policy;
        return (problem.Items.Count == 1 ? policy.MinProviders ?? 0 : 0, policy.MaxProviders ?? int.MaxValue);
    }

    private static Answer Infeasible(StageLog log)
    {
        log.Applied(PipelineStages.Division);
        return Answer.WithoutPlan(PlacementStatus.Infeasible);
    }

    private static PlanView ToPlan(ScreenedProblem problem, int[][] ways)
    {
        (int Way, int Replicas)[][] parts = [.. ways.Select(static ofItem => ofItem.CountBy(static way => way).Select(static part => (part.Key, part.Value)).ToArray())];
        CompiledProblem compiled = ProblemCompiler.Compile(problem, [.. parts.Select(static ofItem => Array.ConvertAll(ofItem, static part => part.Way))]);
        List<Placement> placements = [];
        for (int item = 0; item < parts.Length; item++)
        {
            WayTable table = problem.Items[item].Ways;
            foreach ((int way, int replicas) in parts[item])
            {
                (int pool, int offer) = (table.Pools[way], table.Offers[way]);
                placements.Add(new Placement(compiled.Items[item].Candidates.First(candidate => candidate.Pool == pool && candidate.Offer == offer), replicas));
            }
        }

        return new PlanView(compiled, placements);
    }
}
