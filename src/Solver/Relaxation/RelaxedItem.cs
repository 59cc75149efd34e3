using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Scoring;

namespace Fulcrum.Solver.Relaxation;

/// <summary>One item placed as if no rule coupled it to others.</summary>
internal sealed class RelaxedItem
{
    private readonly CompiledProblem _problem;
    private readonly CompiledItem _item;
    private readonly (Candidate Candidate, Int128 Floor)[] _byFloor;

    /// <summary>Sorts the item's candidates by the least that a replica costs there; equal ones stay in the order that breaks ties.</summary>
    public RelaxedItem(CompiledProblem problem, CompiledItem item)
    {
        _problem = problem;
        _item = item;
        CostFloor floor = new(problem, item);
        _byFloor = [.. item.Candidates.Select(candidate => (candidate, floor.Of(candidate))).OrderBy(entry => entry.Item2)];
    }

    /// <summary>The least that the item costs in any plan; null when its pools cannot hold it.</summary>
    /// <remarks>A pool holds at most as many replicas as the demand alone fits there, since every candidate consumes at least the demand.</remarks>
    public Int128? Bound()
    {
        HashSet<int> seen = [];
        Int128 sum = 0;
        int left = _item.Quantity;
        foreach ((Candidate candidate, Int128 floor) in _byFloor)
        {
            if (!seen.Add(candidate.Pool)) continue;
            int replicas = _problem.Supply.Fit(candidate.Pool, _item.Definition.Resources, left);
            sum += floor * replicas;
            left -= replicas;
            if (left == 0) return (sum + _item.Quantity - 1) / _item.Quantity;
        }

        return null;
    }

    /// <summary>Fills the cheapest candidates first; null when the replicas do not fit that way.</summary>
    public IReadOnlyList<Placement>? Fill(RemainingCapacity capacity)
    {
        ReplicaCaps caps = new(_problem, _item);
        List<Placement> placements = [];
        int left = _item.Quantity;
        foreach ((Candidate candidate, _) in _byFloor)
        {
            int replicas = caps.Fit(candidate.Pool, capacity.Fit(candidate, left));
            if (replicas == 0) continue;
            capacity.Take(candidate, replicas);
            caps.Take(candidate.Pool, replicas);
            placements.Add(new Placement(candidate, replicas));
            left -= replicas;
            if (left == 0) return placements;
        }

        return null;
    }
}
