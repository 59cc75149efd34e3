using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Assignments;

/// <summary>Solves orders whose items share nothing but the room of pools and the fees of providers, by branch and bound over linear relaxations with exact bounds.</summary>
/// <param name="problem">The problem.</param>
/// <param name="weights">Weights of the terms.</param>
/// <param name="costs">Ways by item.</param>
/// <param name="incumbent">The best plan.</param>
/// <param name="isDropping">Whether ways that are in no better plan may be left out of what is searched afterwards.</param>
/// <param name="limits">When to stop.</param>
/// <param name="isOver">Whether somebody else has the answer; null where nobody else looks for it, who then gets a part of the time afterwards.</param>
/// <param name="cancellationToken">Stops at once.</param>
internal sealed class AssignmentPhase(
    ScreenedProblem problem, Weights weights, ItemCosts[] costs, Incumbent incumbent, bool isDropping, SearchLimits limits, Func<bool>? isOver, CancellationToken cancellationToken)
{
    /// <summary>The relaxation before this may take one part in so many of the time left, and</summary>
    public const double BoundingParts = 10;

    /// <summary>at most so many seconds.</summary>
    public const double BoundingMost = 0.1;

    private const double TreeParts = 1.5;
    private const double PlanParts = 6;
    private const int UnitRounds = 400;
    private const int UnluckyMax = 3;

    /// <summary>No plan costs less; the cost of the incumbent when nothing can be better, infinite when there is no plan at all.</summary>
    public long Bound { get; private set; } = long.MinValue;

    /// <summary>Whether nothing can be better than the incumbent, or no plan exists.</summary>
    public bool IsClosed => Bound >= incumbent.Cost;

    /// <summary>Runs until the gap is closed or its time has run out.</summary>
    public void Run()
    {
        SearchLimits part = limits.Part(isOver is null ? TreeParts : 1);
        Stopper stopper = new(part, cancellationToken, isOver);
        if (stopper.IsDue) return;
        AssignmentModel model = AssignmentModel.Of(problem, weights, costs);
        if (!AssignmentOrders.IsNarrow(model)) return;
        ProviderCover cover = new(problem, model, costs);
        AssignmentIncumbent best = new(model, incumbent);
        using LinearRelaxation relaxation = new(model, cover, part, cancellationToken);
        TreeSearch tree = new(model, new RegionBounds(model, cover, best, part), best, relaxation, stopper);
        tree.Start();
        if (tree.RootAnswer is not { } answer) return;
        if (tree.Bound < best.Cost) FindPlans(model, tree.Root, answer, relaxation, best);
        tree.Narrow();
        tree.Run();
        tree.Narrow();
        Bound = tree.Bound >= best.Cost ? incumbent.Cost : tree.Bound * model.Unit;
        if (!IsClosed && isDropping) Drop(model, tree.Root);
    }

    /// <summary>Moves replicas of the linear answer and of what dives end with.</summary>
    private void FindPlans(AssignmentModel model, Region region, LinearAnswer answer, LinearRelaxation relaxation, AssignmentIncumbent best)
    {
        SearchLimits part = limits.Part(PlanParts);
        Stopper stopper = new(part, cancellationToken, isOver);
        int seed = (int)(problem.Seed & int.MaxValue);
        Diving diving = new(model, relaxation, stopper, seed);
        UnitSearch? units = model.Items.Sum(static quantity => (long)quantity) <= UnitSearch.UnitsMax ? new(model, region, answer, best, part, stopper, seed) : null;
        _ = units?.Run(units.Rounded(answer), UnitRounds);
        int unlucky = 0;
        for (int dive = 0; unlucky < UnluckyMax && !stopper.IsDue; dive++)
        {
            if (diving.Run(region, isRandom: dive > 0) is not { } end) return;
            bool isBetter = end.Whole() is { } whole && best.Offer(whole);
            if (units is not null) isBetter |= units.Run(units.Rounded(end), UnitRounds) is not null;
            unlucky = isBetter ? 0 : unlucky + 1;
        }
    }

    /// <summary>Leaves out the ways that are in no better plan.</summary>
    private void Drop(AssignmentModel model, Region region)
    {
        HashSet<(int Item, int Way)> left = [];
        for (int way = 0; way < model.Ways.Length; way++)
        {
            if (region.Most[way] > 0) left.Add((model.Ways[way].Item, model.Ways[way].Number));
        }

        for (int item = 0; item < costs.Length; item++) costs[item].Keep(way => left.Contains((item, way)));
    }
}
