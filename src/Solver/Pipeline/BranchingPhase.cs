using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Decides provider by provider whether an order uses it: it is paid for, or left out. Once that is decided the relaxation is close to exact.</summary>
/// <remarks>Parts are looked at from the least bound on, so that the least bound of those left is one of the whole. What remains of a part when no provider is left to decide is searched.</remarks>
/// <param name="problem">The problem.</param>
/// <param name="weights">Weights of the terms.</param>
/// <param name="relations">What relations cost.</param>
/// <param name="incumbent">The best plan.</param>
/// <param name="limits">When to stop.</param>
/// <param name="isOver">Whether somebody else has the answer.</param>
/// <param name="cancellationToken">Stops at once.</param>
internal sealed class BranchingPhase(
    ScreenedProblem problem, Weights weights, IReadOnlyList<RelationCosts> relations, Incumbent incumbent, SearchLimits limits, Func<bool> isOver, CancellationToken cancellationToken)
{
    private const int PartsMax = 4_000;
    private const int FewWays = 40;
    private const double WorkPerPart = 0.01;

    private readonly PriorityQueue<BranchPart, (long Bound, int Number)> _left = new();
    private readonly Stopper _stopper = new(limits, cancellationToken, isOver);
    private readonly List<ItemCosts> _costs = [];
    private readonly ProviderChoice _choice = new(problem, weights, incumbent);
    private int _numbers;

    /// <summary>No plan costs less, unless it is the incumbent.</summary>
    public long Bound { get; private set; }

    /// <summary>Parts looked at.</summary>
    public int Parts { get; private set; }

    /// <summary>Parts that were searched.</summary>
    public int Searched { get; private set; }

    /// <summary>Runs until nothing is left, or a limit is reached.</summary>
    /// <param name="root">The relaxation of the whole.</param>
    /// <param name="bound">What is known of the whole.</param>
    /// <returns>Whether the incumbent is proved best, or that there is no plan.</returns>
    public bool Run(BoundModel root, long bound)
    {
        try
        {
            return RunFrom(root, bound);
        }
        finally
        {
            foreach (ItemCosts costs in _costs) costs.Dispose();
        }
    }

    private bool RunFrom(BoundModel root, long bound)
    {
        Bound = bound;
        Add(new BranchPart(root, WaySelection.Active(root.Costs), root.ProviderCosts.Copy(), bound));
        while (_left.TryDequeue(out BranchPart? part, out _))
        {
            Raise(part.Bound);
            if (part.Bound >= incumbent.Cost) return true;
            if (Parts == PartsMax || _stopper.IsDue) return false;
            Parts++;
            limits.Spend(WorkPerPart);
            if (!LookAt(part)) return false;
        }

        Raise(incumbent.Cost);
        return true;
    }

    private void Add(BranchPart part) => _left.Enqueue(part, (part.Bound, _numbers++));

    private void Raise(long least)
    {
        Bound = Math.Max(Bound, Math.Min(least, incumbent.Cost));
        limits.Report(incumbent.Plan is null ? null : incumbent.Cost, Bound);
    }

    /// <summary>Bounds a part, and divides or searches it.</summary>
    /// <returns>Whether it is done with: not when a limit was reached over it.</returns>
    private bool LookAt(BranchPart part)
    {
        ItemCosts[] costs = [.. part.Parent.Costs.Select((item, number) => item.Only(part.Ways.ByItem[number]))];
        _costs.AddRange(costs);
        BoundModel model = part.Parent.Part(costs, part.ProviderCosts);
        PartBounding bounding = new(problem, weights, relations, model, incumbent, _stopper);
        if (bounding.Run(part)) return true;
        if (_stopper.IsDue) return false;
        if (costs.Sum(static item => item.Active.Length) <= FewWays) return Search(costs);
        if (bounding.MostUsed() is { } used) return Divide(part, model, used);
        int? least = _choice.Least(costs, model, _stopper);
        if (_stopper.IsDue) return false;
        if (costs.Any(static item => item.Active.Length == 0)) return true;
        return least is { } provider ? Divide(part, model, provider) : Search(costs);
    }

    private bool Divide(BranchPart part, BoundModel model, int provider)
    {
        WaySelection ways = WaySelection.Active(model.Costs);
        Add(new BranchPart(model, ways, model.ProviderCosts.WithOpen(provider), part.Bound));
        int[] providerOf = problem.Supply.Domains.ProviderOf;
        WaySelection others = new([.. ways.ByItem.Select((own, item) => own.Where(way => providerOf[problem.Items[item].Ways.Pools[way]] != provider).ToArray())]);
        if (others.ByItem.All(static own => own.Length > 0)) Add(new BranchPart(model, others, model.ProviderCosts.Copy(), part.Bound));
        return true;
    }

    private bool Search(ItemCosts[] costs)
    {
        Searched++;
        CompiledProblem compiled = ProblemCompiler.Compile(problem, WaySelection.Active(costs).ByItem);
        Answer found = WeightedSearch.Run(compiled, Answer.Unknown, incumbent.Plan is null ? null : incumbent.Cost, limits, cancellationToken);
        if (found.Plan is { } plan) incumbent.Offer(plan);
        return found.Status is PlacementStatus.Optimal or PlacementStatus.Infeasible;
    }
}
