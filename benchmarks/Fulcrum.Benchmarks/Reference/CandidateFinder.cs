using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Reference;

/// <summary>
/// Finds the candidates of an item without the solver: whether a pool is eligible is asked of the independent checker, with an order of one replica.
/// </summary>
internal sealed class CandidateFinder
{
    private static readonly HashSet<string> FaultsOfShape =
        new([ViolationRules.CandidateCoverage, ViolationRules.CandidateInventory, ViolationRules.CandidatePortion, ViolationRules.Capacity], StringComparer.Ordinal);

    private readonly PlacementProblem _problem;
    private readonly PlacementProblem _probe;
    private readonly int _item;

    private CandidateFinder(PlacementProblem problem, int item)
    {
        (_problem, _item) = (problem, item);
        OrderItem single = problem.Order.Items[item] with { Quantity = 1, Spread = [], Survive = [] };
        OrderPolicy gate = new() { Sovereignty = problem.Order.Policy.Sovereignty };
        _probe = problem with { Order = problem.Order with { Items = [single], Relations = [], Policy = gate } };
    }

    private OrderItem Item => _problem.Order.Items[_item];

    /// <summary>The candidates of each item.</summary>
    public static IReadOnlyList<IReadOnlyList<ReferenceCandidate>> Find(PlacementProblem problem) =>
        [.. Enumerable.Range(0, problem.Order.Items.Count).Select(item => new CandidateFinder(problem, item).Find())];

    private List<ReferenceCandidate> Find() => [.. Enumerable.Range(0, _problem.Pools.Count).SelectMany(CandidatesOf)];

    private IEnumerable<ReferenceCandidate> CandidatesOf(int pool)
    {
        (int Offer, IReadOnlyDictionary<string, long> Consumption, decimal PricePerHour)[] shapes = [.. Shapes(_problem.Pools[pool])];
        if (shapes.Length == 0 || !IsEligible(pool, shapes[0].Offer)) return [];
        long locality = Item.Users.Sum(user =>
            ReferenceMoney.OfLatency(user.ValuePerMsMicros, _problem.Market.Latencies.Micros(_problem.Pools[pool].Location, user.Location), Item.Quantity));
        return shapes
            .Select(shape => new ReferenceCandidate(
                _item, pool, shape.Offer, shape.Consumption, Fitting(pool, shape.Consumption), ReferenceMoney.PerMonth(shape.PricePerHour), locality))
            .Where(static candidate => candidate.ReplicasMax > 0);
    }

    private bool IsEligible(int pool, int offer) => PlanChecker.Evaluate(_probe, new Plan([new PlanLine(0, pool, offer, 1)]))
        .Violations.All(static violation => FaultsOfShape.Contains(violation.Rule));

    private IEnumerable<(int Offer, IReadOnlyDictionary<string, long> Consumption, decimal PricePerHour)> Shapes(ResourcePool pool)
    {
        for (int offer = 0; offer < pool.Offers.Count; offer++)
        {
            IReadOnlyDictionary<string, long> sold = pool.Offers[offer].Resources;
            if (Item.Resources.All(demand => sold.GetValueOrDefault(demand.Key) >= demand.Value)) yield return (offer, sold, pool.Offers[offer].PricePerHour);
        }

        if (pool.PriceBook is { } book && Item.Resources.Keys.All(book.ContainsKey))
        {
            yield return (PlanLine.FreeForm, Item.Resources, Item.Resources.Sum(demand => demand.Value * book[demand.Key]));
        }
    }

    private int Fitting(int pool, IReadOnlyDictionary<string, long> consumption) =>
        (int)consumption.Min(entry => _problem.Pools[pool].Inventories.TryGetValue(entry.Key, out Inventory? inventory) ? Fitting(inventory, entry.Value) : 0);

    private long Fitting(Inventory inventory, long amount) => amount >= inventory.MinUnit && amount <= inventory.MaxUnit && amount % inventory.StepSize == 0
        ? Math.Min(Item.Quantity, Free(inventory) / amount)
        : 0;

    /// <summary>What of an inventory can still be sold.</summary>
    public static long Free(Inventory inventory) =>
        Math.Max(0, Math.Max(0, (long)Math.Floor((inventory.Total - inventory.Reserved) * inventory.AllocationRatio)) - inventory.Claimed);
}
