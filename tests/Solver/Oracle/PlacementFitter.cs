using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Rules about single items – traits, lists, users, spread, survival – that a planted plan meets at the edge, now and then missed by one.</summary>
internal sealed class PlacementFitter(Prng random, PlantedPlan planted, bool tiny)
{
    private const int Chance = 18;

    public OrderItem Fit(int index, OrderItem item)
    {
        item = WithTraits(item, planted.PoolsOf(index));
        item = item with { Placement = Placement(planted.PoolsOf(index)) };
        item = item with { Users = [.. Enumerable.Range(0, random.Pick(0, 0, 1, 1, 2)).Select(_ => Users(planted.PoolsOf(index)))] };
        return item with { Spread = [.. Spread(index, item)], Survive = [.. Survive(index, item)] };
    }

    private OrderItem WithTraits(OrderItem item, ResourcePool[] pools)
    {
        string[] common = [.. Names.Traits.Where(trait => pools.All(pool => pool.Traits.Contains(trait)))];
        string[] absent = [.. Names.Traits.Where(trait => pools.All(pool => !pool.Traits.Contains(trait)))];
        if (random.Percent(30)) item = item with { RequiredTraits = [.. random.Shuffled(common).Take(random.Pick(1, 2, 3))] };
        if (random.Percent(Chance)) item = item with { ForbiddenTraits = [.. random.Shuffled(absent).Take(random.Pick(1, 2))] };
        if (random.Percent(Chance) && pools.All(pool => pool.Traits.Count > 0))
        {
            item = item with { AnyOfTraits = [AnyOf(pools), .. random.Percent(30) ? new[] { AnyOf(pools) } : []] };
        }

        return item;
    }

    private string[] AnyOf(ResourcePool[] pools) => [.. pools.Select(pool => random.Pick<string>([.. pool.Traits.Order(StringComparer.Ordinal)])).Distinct(StringComparer.Ordinal)];

    private PlacementRule Placement(ResourcePool[] pools)
    {
        string[] countries = [.. planted.LocationsOf(pools).Select(location => location.Country).Distinct(StringComparer.Ordinal)];
        string[] locations = [.. planted.LocationsOf(pools).Select(location => location.Id).Distinct(StringComparer.Ordinal)];
        string[] providers = [.. pools.Select(pool => planted.Problem.Providers[pool.Provider].Id).Distinct(StringComparer.Ordinal)];
        return new()
        {
            AllowedCountries = random.Percent(10) ? countries : [],
            AllowedLocations = random.Percent(10) ? locations : [],
            AllowedProviders = random.Percent(10) ? providers : [],
            DeniedCountries = random.Percent(Chance) ? Others(planted.Problem.Market.Locations.Select(location => location.Country), countries) : [],
            DeniedLocations = random.Percent(Chance) ? Others(planted.Problem.Market.Locations.Select(location => location.Id), locations) : [],
            DeniedProviders = random.Percent(Chance) ? Others(planted.Problem.Providers.Select(provider => provider.Id), providers) : [],
            PinnedPoolId = pools.Length == 1 && random.Percent(10) ? pools[0].Id : null,
        };
    }

    private string[] Others(IEnumerable<string> all, string[] used) => [.. random.Shuffled(all.Distinct(StringComparer.Ordinal).Except(used, StringComparer.Ordinal)).Take(2)];

    private UserGroup Users(ResourcePool[] pools)
    {
        int location = random.Between(0, planted.Problem.Market.Locations.Count - 1);
        return new()
        {
            Location = location,
            MaxLatencyMs = random.Percent(35) ? EdgeMs(pools.Max(pool => planted.Latency(pool, location))) : null,
            EgressGiBMonthly = Volume(),
            ValuePerMsMicros = Value(),
        };
    }

    /// <summary>A bound that is met exactly, or missed by less than a microsecond.</summary>
    public decimal EdgeMs(long micros) => (micros / 1000m) - (random.Percent(8) && micros > 0 ? random.Pick(0.001m, 0.0000001m) : 0);

    public decimal Volume()
    {
        if (random.Percent(40)) return 0;
        return tiny ? random.Pick(0.001m, 0.0029296875m, 0.01m, 0.00390625m) : random.Pick(40m, 100m, 12.5m, 250.0004m);
    }

    public long Value()
    {
        if (random.Percent(45)) return 0;
        return tiny ? random.Pick(1, 2, 3) : random.Pick(1, 3, 20, 80) * 1000;
    }

    private IEnumerable<SpreadRule> Spread(int index, OrderItem item)
    {
        if (!random.Percent(45)) yield break;
        for (int rules = random.Pick(1, 1, 2); rules > 0; rules--)
        {
            Domain kind = random.Pick(Enum.GetValues<Domain>());
            int[] replicas = planted.Replicas(index, kind);
            int most = Math.Max(1, replicas.Max() - (random.Percent(8) ? 1 : 0));
            int share = random.Percent(70) ? (int)(((most * 1_000_000L) + item.Quantity - 1) / item.Quantity) : most * 1_000_000 / item.Quantity;
            yield return random.Between(0, 3) switch
            {
                0 => new(kind, Max: most),
                1 => new(kind, MaxShareMillionths: share),
                2 => new(kind, MinDomains: replicas.Length + (random.Percent(5) ? 1 : 0)),
                _ => new(kind, most, share, replicas.Length),
            };
        }
    }

    private IEnumerable<SurviveRule> Survive(int index, OrderItem item)
    {
        Domain kind = random.Pick(Enum.GetValues<Domain>());
        int left = item.Quantity - planted.Replicas(index, kind).Max();
        if (left > 0 && random.Percent(35)) yield return new(kind, random.Percent(50) ? left + (random.Percent(5) ? 1 : 0) : 1);
    }
}
