using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>How much of one item is bought.</summary>
internal sealed class AmountDemands(PlacementProblem problem, int index)
{
    private const int SharesMax = 16;

    private readonly OrderItem _item = problem.Order.Items[index];

    /// <summary>Its quantity, when it can be less, and the amount of each class.</summary>
    public IEnumerable<Demand> All()
    {
        if (_item.Quantity > 1) yield return Quantity();
        foreach (string resourceClass in _item.Resources.Keys.Order(StringComparer.Ordinal)) yield return Resource(resourceClass);
    }

    private Demand Quantity() => new(
        $"items[{_item.Id}].quantity", $"item {_item.Id} has {_item.Quantity} replicas", DemandKind.Amount, [index], order => With(order, 1))
    {
        Changes = _ => IsFewerEasier
            ? new MonotoneChanges(_item.Quantity - 1, step => Fewer((int)(_item.Quantity - 1 - step)))
            : new GuidedChanges(_item.Quantity - 1, step => Fewer((int)(_item.Quantity - 1 - step)), step => FewerAnyhow((int)(_item.Quantity - 1 - step))),
    };

    /// <summary>Whether fewer replicas are never harder to place: rules that count replicas or providers can turn against few.</summary>
    private bool IsFewerEasier => _item.Survive.Count == 0
        && _item.Spread.All(static rule => rule.MinDomains is null && rule.MaxShareMillionths is null)
        && problem.Order.Policy is { MinProviders: null, MaxProviderShareMillionths: null, BudgetMicros: null };

    private Change Fewer(int quantity) => new($"{Wording.Counted(quantity, "replica")} instead of {_item.Quantity}", order => With(order, quantity));

    /// <summary>The same without the rules that can turn against few.</summary>
    private Change FewerAnyhow(int quantity) => new("", order => With(order, quantity)
        .WithItem(index, static item => item with { Survive = [], Spread = [.. item.Spread.Select(static rule => rule with { MinDomains = null, MaxShareMillionths = null })] })
        .WithPolicy(static policy => policy with { MinProviders = null, MaxProviderShareMillionths = null, BudgetMicros = null }));

    private Order With(Order order, int quantity) => order.WithItem(index, item => item with { Quantity = quantity });

    private Demand Resource(string resourceClass)
    {
        long amount = _item.Resources[resourceClass];
        return new Demand(
            $"items[{_item.Id}].resources[{resourceClass}]", $"each replica of item {_item.Id} needs {amount} {resourceClass}", DemandKind.Amount, [index],
            order => order.WithItem(index, item => item with { Resources = Without(item.Resources, resourceClass) }))
        {
            Changes = pools => Amounts(pools[index].Members, resourceClass, amount),
        };
    }

    private ChangeList Amounts(IEnumerable<int> pools, string resourceClass, long amount)
    {
        int[] sellers = [.. pools.Where(pool => problem.Pools[pool].Inventories.ContainsKey(resourceClass))];
        bool isAnyAmountSold = problem.Order.Policy.MaxProviderShareMillionths is null
            && sellers.All(pool => problem.Pools[pool].PriceBook is null || problem.Pools[pool].Inventories[resourceClass] is { StepSize: 1, MinUnit: <= 1 });
        Change Less(long less) => new($"{less} {resourceClass} instead of {amount}", order => order.WithItem(index, item => item with { Resources = With(item.Resources, resourceClass, less) }));
        if (isAnyAmountSold) return new MonotoneChanges(amount - 1, step => Less(amount - 1 - step));
        IEnumerable<long> amounts = sellers.SelectMany(pool => Sold(problem.Pools[pool], resourceClass)).Where(value => value > 0 && value < amount);
        return new ListedChanges(amounts.Distinct().OrderDescending().Select(Less), isExhaustive: false);
    }

    /// <summary>Amounts that a pool sells: what its offers have, and what its inventory admits when the free units are shared by a few replicas.</summary>
    private static IEnumerable<long> Sold(ResourcePool pool, string resourceClass)
    {
        Inventory inventory = pool.Inventories[resourceClass];
        IEnumerable<long> offered = pool.Offers.Select(offer => offer.Resources.GetValueOrDefault(resourceClass));
        IEnumerable<long> shared = Enumerable.Range(1, SharesMax).Select(replicas => Math.Min(inventory.MaxUnit, Math.Max(0, inventory.Total - inventory.Reserved - inventory.Claimed) / replicas));
        return offered.Concat(shared.Select(units => units - (units % inventory.StepSize)));
    }

    private static Dictionary<string, long> Without(IReadOnlyDictionary<string, long> resources, string resourceClass) =>
        resources.Where(entry => entry.Key != resourceClass).ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, long> With(IReadOnlyDictionary<string, long> resources, string resourceClass, long amount) =>
        new(resources.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) { [resourceClass] = amount };
}
