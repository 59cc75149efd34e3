using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Assignments;

/// <summary>Branch and bound: linear relaxations say where to divide and what items should pay, exact bounds of these payments say what is left out.</summary>
internal sealed class TreeSearch
{
    private const int RootRounds = 40;
    private const int NodeRounds = 4;
    private const int RootSteps = 120;
    private const int NodeSteps = 4;
    private const int OpenMax = 20_000;

    private readonly AssignmentModel _model;
    private readonly RegionBounds _bounds;
    private readonly AssignmentIncumbent _incumbent;
    private readonly LinearRelaxation _relaxation;
    private readonly Stopper _stopper;
    private readonly PriorityQueue<TreeNode, (long Bound, int Depth)> _open = new();
    private long _lost = long.MaxValue;

    /// <summary>A search of all plans.</summary>
    public TreeSearch(AssignmentModel model, RegionBounds bounds, AssignmentIncumbent incumbent, LinearRelaxation relaxation, Stopper stopper)
    {
        (_model, _bounds, _incumbent, _relaxation, _stopper) = (model, bounds, incumbent, relaxation, stopper);
        Root = new Region(model);
    }

    /// <summary>The plans that may be better than the incumbent.</summary>
    public Region Root { get; }

    /// <summary>The answer of the relaxation of all plans; null when it was not solved.</summary>
    public LinearAnswer? RootAnswer { get; private set; }

    /// <summary>No plan better than the incumbent costs less.</summary>
    public long Bound { get; private set; } = long.MinValue;

    /// <summary>Solves the relaxation of all plans.</summary>
    public void Start()
    {
        RootAnswer = _relaxation.Solve(Root, RootRounds);
        if (RootAnswer is not null) Bound = _bounds.Narrow(Root, RootAnswer, rounds: 0, isThorough: false, _ => _stopper.IsDue);
    }

    /// <summary>Looks for a better bound of all plans, and leaves out what cannot be better than the incumbent.</summary>
    public void Narrow()
    {
        if (RootAnswer is null || Bound >= _incumbent.Cost) return;
        Bound = Math.Max(Bound, _bounds.Narrow(Root, RootAnswer, RootSteps, isThorough: true, _ => _stopper.IsDue));
    }

    /// <summary>Divides until nothing is left or time runs out.</summary>
    public void Run()
    {
        _open.Enqueue(new TreeNode(Root.Copy(), Bound, 0), (Bound, 0));
        TreeNode? next = null;
        while ((next is not null || _open.Count > 0) && _open.Count < OpenMax && !_stopper.IsDue)
        {
            TreeNode node = next ?? _open.Dequeue();
            next = null;
            if (node.Bound >= _incumbent.Cost) continue;
            if (!TryDivide(node, out next)) _lost = Math.Min(_lost, node.Bound);
        }

        if (next is not null) _open.Enqueue(next, (next.Bound, -next.Depth));
        long least = _open.UnorderedItems.Aggregate(_lost, static (bound, open) => Math.Min(bound, open.Element.Bound));
        Bound = Math.Max(Bound, Math.Min(least, _incumbent.Cost));
    }

    /// <summary>Looks at a region.</summary>
    /// <param name="node">The region.</param>
    /// <param name="next">The half to look at next, if there is one.</param>
    /// <returns>Whether the region is settled or divided; otherwise it is still to be looked at.</returns>
    private bool TryDivide(TreeNode node, out TreeNode? next)
    {
        next = null;
        Region region = node.Region;
        if (region.IsEmpty()) return true;
        if (_relaxation.Solve(region, NodeRounds) is not { } answer) return false;
        if (answer.Whole() is { } whole) _incumbent.Offer(whole);
        long bound = Math.Max(node.Bound, _bounds.Narrow(region, answer, NodeSteps, isThorough: false, _ => _stopper.IsDue));
        if (bound >= _incumbent.Cost || region.IsEmpty()) return true;
        if (Branching.Divide(_model, region, answer) is not var (near, far)) return true;
        next = new TreeNode(near, bound, node.Depth + 1);
        _open.Enqueue(new TreeNode(far, bound, node.Depth + 1), (bound, -node.Depth));
        return true;
    }
}
