using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Explanation;

/// <summary>Explains answers: what each rule does to the pools, why an order has no plan and what would help, why a provider is not used.</summary>
/// <param name="solver">Solves the orders that are tried.</param>
/// <param name="time">Clock for the limits.</param>
public sealed class Explainer(PlacementSolver solver, TimeProvider time)
{
    /// <summary>What each rule on single pools does, per item, apart from the order in which the funnel applies them.</summary>
    public static IReadOnlyList<IReadOnlyList<RuleEffect>> Effects(PlacementProblem problem)
    {
        PoolVerdicts verdicts = new(problem);
        PoolSet all = PoolSet.Where(problem.Pools.Count, static _ => true);
        return [.. problem.Order.Items.Select(item => Effects(verdicts.ByRule(item, problem.Order.Policy), all))];
    }

    /// <summary>Why an infeasible order has no plan, and the smallest changes that would help.</summary>
    /// <param name="problem">The problem, known to be infeasible.</param>
    /// <param name="options">How to solve; the time limit is for the whole explanation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public OrderExplanation Explain(PlacementProblem problem, SolveOptions options, CancellationToken cancellationToken = default)
    {
        FeasibilityTest test = new(problem, new PoolVerdicts(problem), solver, options, new Deadline(time, options.TimeLimit), cancellationToken);
        IReadOnlyList<Demand> demands = DemandCatalog.Of(problem);
        ConflictSearch search = new(problem.Order, demands, test, forced: null);
        if (search.Find() is not { } found) return new OrderExplanation(null, []);
        RelaxationSearch relaxations = new(problem.Order, demands, test, search, found.State);
        return new OrderExplanation(
            new ConflictSet([.. found.Members.Select(member => Member(demands[member]))], found.State.Items, found.IsProved),
            [.. found.Members.Select(relaxations.Find).OfType<DemandRelaxation>()]);
    }

    /// <summary>What happens when an item must use a provider.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="forced">The item and the provider.</param>
    /// <param name="options">How to solve; the time limit is for all solves together.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public WhyNotAnswer WhyNot(PlacementProblem problem, ForcedProvider forced, SolveOptions options, CancellationToken cancellationToken = default)
    {
        Deadline deadline = new(time, options.TimeLimit);
        PlacementResult result = solver.Solve(problem, options with { Forced = forced }, cancellationToken);
        PoolVerdicts verdicts = new(problem);
        IReadOnlyList<RuleEffect> effects = Effects(verdicts.ByRule(problem.Order.Items[forced.Item], problem.Order.Policy), verdicts.OfProvider(forced.Provider));
        if (result.Status != PlacementStatus.Infeasible) return new WhyNotAnswer(result, null, effects);
        IReadOnlyList<Demand> demands = DemandCatalog.Of(problem);
        ConflictSearch search = new(problem.Order, demands, new FeasibilityTest(problem, verdicts, solver, options, deadline, cancellationToken), forced);
        return new WhyNotAnswer(result, search.Find() is { } found
            ? new ConflictSet([.. found.Members.Select(member => Member(demands[member]))], found.State.Items, found.IsProved)
            : null, effects);
    }

    private static ConflictMember Member(Demand demand) => new(demand.Name, demand.Text);

    private static IReadOnlyList<RuleEffect> Effects(IReadOnlyList<(string Rule, PoolSet Passing)> rules, PoolSet among) =>
    [
        .. rules.Index().Select(rule => new RuleEffect(
            rule.Item.Rule,
            among.Count - among.And(rule.Item.Passing).Count,
            rules.Index().Where(other => other.Index != rule.Index).Aggregate(among, static (left, other) => left.And(other.Item.Passing)).Count)),
    ];
}
