using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Instances;

/// <summary>Turns a generalized assignment into a placement problem.</summary>
/// <remarks>
/// A job is an item of one replica, an agent a pool. A pool has one offer per job, with the job's weight and cost at that agent; offer and item share a
/// class that no other offer has, so that the job is served by its own offer alone.
/// </remarks>
internal static class GapProblem
{
    /// <summary>The problem; its objective is the cost of the assignment in EUR per month.</summary>
    public static PlacementProblem Of(GapInstance instance) => OneCityMarket.Problem(
        instance.Name,
        [.. Enumerable.Range(0, instance.Agents).Select(static agent => OneCityMarket.Provider(agent))],
        [.. Enumerable.Range(0, instance.Agents).Select(agent => Pool(instance, agent))],
        [.. Enumerable.Range(0, instance.Jobs).Select(Item)]);

    private static OrderItem Item(int job) => new()
    {
        Id = OneCityMarket.ClassOf(job),
        Quantity = 1,
        Resources = new Dictionary<string, long>(StringComparer.Ordinal) { [OneCityMarket.ClassOf(job)] = 1 },
    };

    private static ResourcePool Pool(GapInstance instance, int agent)
    {
        Dictionary<string, Inventory> inventories = Enumerable.Range(0, instance.Jobs).ToDictionary(OneCityMarket.ClassOf, static _ => new Inventory { Total = 1 }, StringComparer.Ordinal);
        inventories.Add(OneCityMarket.Load, new Inventory { Total = instance.Capacities[agent] });
        return new ResourcePool
        {
            Id = $"pool-{agent:D2}",
            Provider = agent,
            Location = 0,
            Inventories = inventories,
            Offers = [.. Enumerable.Range(0, instance.Jobs).Select(job => Offer(instance, agent, job))],
        };
    }

    private static Offer Offer(GapInstance instance, int agent, int job) => new(
        OneCityMarket.ClassOf(job),
        new Dictionary<string, long>(StringComparer.Ordinal) { [OneCityMarket.ClassOf(job)] = 1, [OneCityMarket.Load] = instance.Weights[agent][job] },
        OneCityMarket.PerHour(instance.Costs[agent][job]));
}
