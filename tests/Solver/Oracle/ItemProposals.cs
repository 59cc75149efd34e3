using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Rules about one item that a planted plan meets at the edge: traits, lists, latency of users.</summary>
internal static class ItemProposals
{
    public static IReadOnlyList<Func<Edge, PlacementProblem?>> All { get; } =
    [
        RequiredTraits,
        ForbiddenTraits,
        AnyOfTraits,
        edge => Lists(edge, pool => edge.Planted.LocationOf(pool).Country, (rule, names) => rule with { AllowedCountries = names }),
        edge => Lists(edge, pool => edge.Planted.LocationOf(pool).Id, (rule, names) => rule with { AllowedLocations = names }),
        edge => Lists(edge, pool => ProviderId(edge, pool), (rule, names) => rule with { AllowedProviders = names }),
        edge => Others(edge, pool => edge.Planted.LocationOf(pool).Country, (rule, names) => rule with { DeniedCountries = names }),
        edge => Others(edge, pool => edge.Planted.LocationOf(pool).Id, (rule, names) => rule with { DeniedLocations = names }),
        edge => Others(edge, pool => ProviderId(edge, pool), (rule, names) => rule with { DeniedProviders = names }),
        Pin,
        UserLatency,
        UserLatency,
    ];

    private static PlacementProblem? RequiredTraits(Edge edge)
    {
        int item = edge.AnyItem();
        string[] common = [.. Names.Traits.Where(trait => edge.Planted.PoolsOf(item).All(pool => edge.Problem.Pools[pool].Traits.Contains(trait)))];
        if (common.Length == 0) return null;
        string[] some = [.. edge.Random.Shuffled(common).Take(edge.Random.Pick(1, 2, 3))];
        return edge.WithItem(item, each => each with { RequiredTraits = some });
    }

    private static PlacementProblem? ForbiddenTraits(Edge edge)
    {
        int item = edge.AnyItem();
        string[] absent = [.. Names.Traits.Where(trait => !edge.Planted.PoolsOf(item).Any(pool => edge.Problem.Pools[pool].Traits.Contains(trait)))];
        if (absent.Length == 0) return null;
        string[] some = [.. edge.Random.Shuffled(absent).Take(edge.Random.Pick(1, 2))];
        return edge.WithItem(item, each => each with { ForbiddenTraits = some });
    }

    private static PlacementProblem? AnyOfTraits(Edge edge)
    {
        int item = edge.AnyItem();
        IReadOnlySet<string>[] traits = [.. edge.Planted.PoolsOf(item).Select(pool => edge.Problem.Pools[pool].Traits)];
        if (traits.Any(each => each.Count == 0)) return null;
        string[] list = [.. traits.Select(each => edge.Random.Pick<string>([.. each.Order(StringComparer.Ordinal)])).Distinct(StringComparer.Ordinal)];
        return edge.WithItem(item, each => each with { AnyOfTraits = [.. each.AnyOfTraits, list] });
    }

    private static PlacementProblem Lists(Edge edge, Func<int, string> name, Func<PlacementRule, string[], PlacementRule> change)
    {
        int item = edge.AnyItem();
        string[] used = [.. edge.Planted.PoolsOf(item).Select(name).Distinct(StringComparer.Ordinal)];
        return edge.WithItem(item, each => each with { Placement = change(each.Placement, used) });
    }

    private static PlacementProblem? Others(Edge edge, Func<int, string> name, Func<PlacementRule, string[], PlacementRule> change)
    {
        int item = edge.AnyItem();
        string[] others = [.. Enumerable.Range(0, edge.Problem.Pools.Count).Select(name).Except(edge.Planted.PoolsOf(item).Select(name), StringComparer.Ordinal)];
        if (others.Length == 0) return null;
        string[] some = [.. edge.Random.Shuffled(others).Take(edge.Random.Pick(1, 2))];
        return edge.WithItem(item, each => each with { Placement = change(each.Placement, some) });
    }

    private static PlacementProblem? Pin(Edge edge)
    {
        int item = edge.AnyItem();
        int[] pools = edge.Planted.PoolsOf(item);
        if (pools.Length != 1) return null;
        return edge.WithItem(item, each => each with { Placement = each.Placement with { PinnedPoolId = edge.Problem.Pools[pools[0]].Id } });
    }

    private static PlacementProblem UserLatency(Edge edge)
    {
        int item = edge.AnyItem();
        UserGroup[] groups = [.. edge.Problem.Order.Items[item].Users];
        if (groups.Length == 0) groups = [new() { Location = edge.Random.Between(0, edge.Problem.Market.Locations.Count - 1) }];
        int chosen = edge.Random.Between(0, groups.Length - 1);
        long farthest = edge.Planted.PoolsOf(item).Max(pool => edge.Planted.Latency(pool, groups[chosen].Location));
        groups[chosen] = groups[chosen] with { MaxLatencyMs = edge.Milliseconds(farthest) };
        return edge.WithItem(item, each => each with { Users = groups });
    }

    private static string ProviderId(Edge edge, int pool) => edge.Problem.Providers[edge.Problem.Pools[pool].Provider].Id;
}
