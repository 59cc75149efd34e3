using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>A problem without one rule or one part of a term.</summary>
/// <param name="Name">What is taken away.</param>
/// <param name="Apply">Takes it away; an equal problem where there is nothing to take.</param>
internal sealed record Ablation(string Name, Func<PlacementProblem, PlacementProblem> Apply)
{
    public override string ToString() => Name;

    public static Ablation OfOrder(string name, Func<Order, Order> change) => new(name, problem => problem with { Order = change(problem.Order) });

    public static Ablation OfPolicy(string name, Func<OrderPolicy, OrderPolicy> change) =>
        OfOrder(name, order => order with { Policy = change(order.Policy) });

    public static Ablation OfGate(string name, Func<SovereigntyPolicy, SovereigntyPolicy> change) =>
        OfPolicy(name, policy => policy.Sovereignty is { } gate ? policy with { Sovereignty = change(gate) } : policy);

    public static Ablation OfItems(string name, Func<OrderItem, OrderItem> change) =>
        OfOrder(name, order => order with { Items = Map(order.Items, change) });

    public static Ablation OfUsers(string name, Func<UserGroup, UserGroup> change) =>
        OfItems(name, item => item with { Users = Map(item.Users, change) });

    public static Ablation OfSpread(string name, Func<SpreadRule, SpreadRule> change) =>
        OfItems(name, item => item with { Spread = Map(item.Spread, change) });

    public static Ablation OfRelations(string name, Func<Relation, Relation> change) =>
        OfOrder(name, order => order with { Relations = Map(order.Relations, change) });

    public static Ablation OfPlacement(string name, Func<PlacementRule, PlacementRule> change) =>
        OfItems(name, item => item with { Placement = change(item.Placement) });

    public static Ablation OfPools(string name, Func<ResourcePool, ResourcePool> change) =>
        new(name, problem => problem with { Pools = Map(problem.Pools, change) });

    public static Ablation OfProviders(string name, Func<Provider, Provider> change) =>
        new(name, problem => problem with { Providers = Map(problem.Providers, change) });

    public static Ablation OfInventories(string name, Func<Inventory, Inventory> change) => OfPools(name, pool => pool with
    {
        Inventories = pool.Inventories.Values.All(inventory => change(inventory) == inventory)
            ? pool.Inventories
            : pool.Inventories.ToDictionary(entry => entry.Key, entry => change(entry.Value), StringComparer.Ordinal),
    });

    public static Ablation OfOverrides(string name, Func<SovereigntyOverride, SovereigntyOverride> change) =>
        OfPools(name, pool => pool.Override is { } own ? pool with { Override = change(own) } : pool);

    public static Ablation OfCertificates(string name, Func<Certificate, Certificate> change) =>
        OfProviders(name, provider => provider with
        {
            Facts = provider.Facts with { Certificates = provider.Facts.Certificates is { } held ? Map(held, change) : null },
        });

    /// <summary>The list itself where nothing changes, so that an unchanged problem equals itself.</summary>
    private static IReadOnlyList<T> Map<T>(IReadOnlyList<T> list, Func<T, T> change)
    {
        T[] changed = [.. list.Select(change)];
        return changed.SequenceEqual(list) ? list : changed;
    }
}
