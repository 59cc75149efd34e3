using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>The allow and deny lists of one item.</summary>
internal sealed class PlacementDemands(PlacementProblem problem, int index)
{
    private readonly PlacementRule _rule = problem.Order.Items[index].Placement;
    private readonly string _id = problem.Order.Items[index].Id;

    /// <summary>Every list that is not empty, and the pool the item is pinned to.</summary>
    public IEnumerable<Demand> All()
    {
        IEnumerable<Demand?> lists =
        [
            Allowed("Countries", Country, _rule.AllowedCountries, static (rule, list) => rule with { AllowedCountries = list }),
            Denied("Countries", Country, _rule.DeniedCountries, static (rule, list) => rule with { DeniedCountries = list }),
            Allowed("Providers", Provider, _rule.AllowedProviders, static (rule, list) => rule with { AllowedProviders = list }),
            Denied("Providers", Provider, _rule.DeniedProviders, static (rule, list) => rule with { DeniedProviders = list }),
            Allowed("Locations", Location, _rule.AllowedLocations, static (rule, list) => rule with { AllowedLocations = list }),
            Denied("Locations", Location, _rule.DeniedLocations, static (rule, list) => rule with { DeniedLocations = list }),
            Pinned(),
        ];
        return lists.OfType<Demand>();
    }

    private Demand? Allowed(string noun, Func<int, string> value, IReadOnlyList<string> listed, Func<PlacementRule, IReadOnlyList<string>, PlacementRule> with) =>
        listed.Count == 0 ? null : List($"allowed{noun}", $"must be in one of the {Lower(noun)} {Wording.List(listed)}", rule => with(rule, [])) with
        {
            Changes = pools => Entries(pools, value, entry => !listed.Contains(entry), entries => new Change(
                $"also {Wording.List(entries)}", order => order.WithPlacement(index, rule => with(rule, [.. listed, .. entries])))),
        };

    private Demand? Denied(string noun, Func<int, string> value, IReadOnlyList<string> listed, Func<PlacementRule, IReadOnlyList<string>, PlacementRule> with) =>
        listed.Count == 0 ? null : List($"denied{noun}", $"must not be in the {Lower(noun)} {Wording.List(listed)}", rule => with(rule, [])) with
        {
            Changes = pools => Entries(pools, value, listed.Contains, entries => new Change(
                $"without {Wording.List(entries)}", order => order.WithPlacement(index, rule => with(rule, [.. listed.Except(entries)])))),
        };

    private Demand? Pinned() => _rule.PinnedPoolId is { } pool
        ? List("pinnedPoolId", $"is pinned to pool {pool}", static rule => rule with { PinnedPoolId = null })
        : null;

    private Demand List(string member, string text, Func<PlacementRule, PlacementRule> without) => new(
        $"items[{_id}].placement.{member}", $"item {_id} {text}", DemandKind.Rule, [index], order => order.WithPlacement(index, without));

    private SetChanges Entries(IReadOnlyList<PoolSet> pools, Func<int, string> value, Func<string, bool> matters, Func<IReadOnlyList<string>, Change> change)
    {
        string[] entries = [.. pools[index].Members.Select(value).Where(matters).Distinct().Order(StringComparer.Ordinal)];
        Lazy<Dictionary<string, long>> replicas = new(() => Replicas(pools[index], value));
        return new SetChanges(entries, change, entry => replicas.Value[entry]);
    }

    /// <summary>Replicas of the item that fit into the pools with each value.</summary>
    private Dictionary<string, long> Replicas(PoolSet pools, Func<int, string> value)
    {
        PoolStock stock = new(problem);
        OrderItem item = problem.Order.Items[index];
        return pools.Members.GroupBy(value, StringComparer.Ordinal).ToDictionary(
            static group => group.Key, group => group.Sum(pool => (long)stock.Replicas(pool, item.Resources, item.Quantity)), StringComparer.Ordinal);
    }

    private string Country(int pool) => problem.Market.Locations[problem.Pools[pool].Location].Country;

    private string Provider(int pool) => problem.Providers[problem.Pools[pool].Provider].Id;

    private string Location(int pool) => problem.Market.Locations[problem.Pools[pool].Location].Id;

    private static string Lower(string noun) => char.ToLowerInvariant(noun[0]) + noun[1..];
}
