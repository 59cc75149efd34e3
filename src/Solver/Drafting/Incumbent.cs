using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Drafting;

/// <summary>The best plan so far, judged by the rules themselves.</summary>
/// <param name="problem">The problem.</param>
/// <param name="aim">What makes a plan better.</param>
internal sealed class Incumbent(ScreenedProblem problem, IAim aim)
{
    /// <summary>What makes a plan better.</summary>
    public IAim Aim => aim;

    /// <summary>A relaxed cost from which on nothing is better, infinite without a plan; with weights the cost of the plan.</summary>
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
        Int128 cost = aim.CostOf(PlanScorer.Score(plan));
        if (cost >= Cost) return false;
        Start(plan, (long)cost);
        Taken++;
        return true;
    }

    /// <summary>A plan that was known beforehand, as a draft; null when there was none.</summary>
    public Draft? Known { get; private set; }

    /// <summary>Starts from a plan that is known to keep every rule.</summary>
    public void Start(PlanView plan)
    {
        Start(plan, (long)aim.CostOf(PlanScorer.Score(plan)));
        Known = ToDraft(plan);
    }

    /// <summary>Starts without a plan: only what is below a relaxed cost is of interest.</summary>
    public void Start(long cutoff) => Cost = cutoff;

    private void Start(PlanView plan, long cost) => (Plan, Cost) = (plan, aim.CutoffOf(cost));

    private Draft ToDraft(PlanView plan)
    {
        Draft draft = new(problem.Items.Count);
        foreach (Placement placement in plan.Placements)
        {
            WayTable ways = problem.Items[placement.Candidate.Item].Ways;
            int way = ways.Pools.BinarySearch(placement.Candidate.Pool);
            while (way > 0 && ways.Pools[way - 1] == placement.Candidate.Pool) way--;
            while (ways.Offers[way] != placement.Candidate.Offer) way++;
            draft.Add(placement.Candidate.Item, way, placement.Replicas);
        }

        return draft;
    }

    private static bool IsComplete(PlanView plan) =>
        plan.Placements.All(static placement => placement.Replicas > 0)
        && plan.Problem.Items.All(item => plan.Of(item.Index).Sum(static placement => (long)placement.Replicas) == item.Quantity);
}
