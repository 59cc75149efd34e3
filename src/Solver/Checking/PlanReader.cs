using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>Resolves the references of a plan, and states those that lead nowhere.</summary>
internal sealed class PlanReader
{
    private readonly PlacementProblem _problem;
    private readonly Dictionary<string, int> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _pools = new(StringComparer.Ordinal);
    private readonly List<Violation> _violations = [];

    private PlanReader(PlacementProblem problem, IEnumerable<ClaimedAssignment> assignments)
    {
        _problem = problem;
        for (int item = 0; item < problem.Order.Items.Count; item++) _items.TryAdd(problem.Order.Items[item].Id, item);
        HashSet<string> named = [.. assignments.Select(assignment => assignment.PoolId)];
        for (int pool = 0; pool < problem.Pools.Count; pool++)
        {
            if (named.Contains(problem.Pools[pool].Id)) _pools.TryAdd(problem.Pools[pool].Id, pool);
        }
    }

    /// <summary>One line per assignment; the lines are complete only when there is no violation.</summary>
    public static (IReadOnlyList<PlanLine> Lines, IReadOnlyList<Violation> Violations) Read(
        PlacementProblem problem, IReadOnlyList<ClaimedAssignment> assignments)
    {
        PlanReader reader = new(problem, assignments);
        List<PlanLine> lines = [];
        foreach (ClaimedAssignment assignment in assignments)
        {
            if (reader.Resolve(assignment) is { } line) lines.Add(line);
        }

        return (lines, reader._violations);
    }

    /// <summary>States which indices of a plan are out of range.</summary>
    public static IReadOnlyList<Violation> Validate(PlacementProblem problem, IEnumerable<PlanLine> lines)
    {
        List<Violation> violations = [];
        foreach (PlanLine line in lines)
        {
            int items = problem.Order.Items.Count;
            int pools = problem.Pools.Count;
            if (line.Item < 0 || line.Item >= items)
            {
                violations.Add(new(ViolationRules.PlanItem, $"{line.Item}", $"A line names item {line.Item}; the order has {items} items."));
            }

            if (line.Pool < 0 || line.Pool >= pools)
            {
                violations.Add(new(ViolationRules.PlanPool, $"{line.Pool}", $"A line names pool {line.Pool}; the market has {pools} pools."));
            }
            else if (line.Offer != PlanLine.FreeForm && (line.Offer < 0 || line.Offer >= problem.Pools[line.Pool].Offers.Count))
            {
                ResourcePool pool = problem.Pools[line.Pool];
                violations.Add(new(
                    ViolationRules.PlanOffer,
                    pool.Id,
                    $"A line names offer {line.Offer} of pool '{pool.Id}', which has {pool.Offers.Count} offers."));
            }

            if (line.Quantity < 1) violations.Add(new(ViolationRules.PlanQuantity, $"{line}", $"A line has {line.Quantity} replicas; at least 1 is needed."));
        }

        return violations;
    }

    private PlanLine? Resolve(ClaimedAssignment assignment)
    {
        int known = _violations.Count;
        if (!_items.TryGetValue(assignment.ItemId, out int item))
        {
            Add(ViolationRules.PlanItem, assignment.ItemId, $"Item '{assignment.ItemId}' is not one of the {_items.Count} items of the order.");
        }

        int offer = PlanLine.FreeForm;
        if (!_pools.TryGetValue(assignment.PoolId, out int pool))
        {
            Add(ViolationRules.PlanPool, assignment.PoolId, $"Pool '{assignment.PoolId}' is not one of the {_problem.Pools.Count} pools of the market.");
        }
        else if (assignment.OfferId is not null)
        {
            offer = OfferIndex(_problem.Pools[pool], assignment.OfferId);
        }

        if (assignment.Quantity is < 1 or > int.MaxValue)
        {
            Add(
                ViolationRules.PlanQuantity,
                assignment.ItemId,
                $"An assignment of item '{assignment.ItemId}' has {assignment.Quantity} replicas; 1 to {int.MaxValue} are possible.");
        }

        return _violations.Count == known ? new PlanLine(item, pool, offer, (int)assignment.Quantity) : null;
    }

    private int OfferIndex(ResourcePool pool, string offerId)
    {
        for (int offer = 0; offer < pool.Offers.Count; offer++)
        {
            if (string.Equals(pool.Offers[offer].Id, offerId, StringComparison.Ordinal)) return offer;
        }

        Add(ViolationRules.PlanOffer, pool.Id, $"Offer '{offerId}' is not one of the {pool.Offers.Count} offers of pool '{pool.Id}'.");
        return PlanLine.FreeForm;
    }

    private void Add(string rule, string subject, string message) => _violations.Add(new(rule, subject, message));
}
