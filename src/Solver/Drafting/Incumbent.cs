using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Drafting;

/// <summary>The best plan so far, judged by the rules themselves.</summary>
internal sealed class Incumbent(ScreenedProblem problem, Weights weights)
{
    /// <summary>Its weighted cost, infinite without a plan.</summary>
    public long Cost { get; private set; } = Bounding.Cost.Infinite;

    /// <summary>The plan.</summary>
    public PlanView? Plan { get; private set; }

    /// <summary>Drafts that were offered.</summary>
    public int Tried { get; private set; }

    /// <summary>Drafts and plans that were taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Takes a draft if its judge says that it is better, and the rules and the score agree.</summary>
    public bool Offer(Draft draft, long judged)
    {
        Tried++;
        if (judged >= Cost) return false;
        CompiledProblem compiled = ProblemCompiler.Compile(
            problem, [.. Enumerable.Range(0, draft.Items).Select(item => draft.Of(item).Select(static part => part.Way).ToArray())]);
        List<Placement> placements = [];
        for (int item = 0; item < draft.Items; item++)
        {
            foreach (Draft.Part part in draft.Of(item))
            {
                int pool = problem.Items[item].Ways.Pools[part.Way];
                int offer = problem.Items[item].Ways.Offers[part.Way];
                placements.Add(new Placement(compiled.Items[item].Candidates.First(candidate => candidate.Pool == pool && candidate.Offer == offer), part.Replicas));
            }
        }

        return Offer(new PlanView(compiled, placements));
    }

    /// <summary>Takes a plan if it is better and keeps every rule.</summary>
    public bool Offer(PlanView plan)
    {
        if (!IsComplete(plan) || !RuleRegistry.Rules.All(rule => rule.IsMetBy(plan))) return false;
        Int128 cost = weights.Of(PlanScorer.Score(plan));
        if (cost >= Cost) return false;
        (Plan, Cost) = (plan, (long)cost);
        Taken++;
        return true;
    }

    private static bool IsComplete(PlanView plan) =>
        plan.Placements.All(static placement => placement.Replicas > 0)
        && plan.Problem.Items.All(item => plan.Of(item.Index).Sum(static placement => (long)placement.Replicas) == item.Quantity);
}
