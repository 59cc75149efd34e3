using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Sovereignty;

namespace Fulcrum.Solver.Explanation;

/// <summary>Which pools pass each single demand of an item. Every verdict is computed once, for all the orders that are tried.</summary>
internal sealed class PoolVerdicts(PlacementProblem problem)
{
    private const string ServicePrefix = "service:";

    private readonly Dictionary<object, PoolSet> _sets = [];
    private readonly Dictionary<IReadOnlyDictionary<string, long>, PoolSupply> _supplies = new(ReferenceEqualityComparer.Instance);
    private readonly PoolStock _stock = new(problem);

    /// <summary>Number of pools.</summary>
    public int Pools => problem.Pools.Count;

    /// <summary>Pools that pass each rule on single pools, in the order of the rules.</summary>
    public IReadOnlyList<(string Rule, PoolSet Passing)> ByRule(OrderItem item, OrderPolicy policy) =>
    [
        ("eligibility.status", Memo("status", pool => IsActive(problem.Pools[pool]))),
        ("eligibility.traits", All(Traits(item))),
        ("eligibility.placement", All(Places(item.Placement))),
        ("sovereignty", All(Facts(item, policy.Sovereignty))),
        ("latency.users", All(Users(item))),
        ("candidate", Supply(item).Sells),
        ("capacity", Supply(item).HasRoom),
    ];

    /// <summary>Pools that pass every rule on single pools.</summary>
    public PoolSet Candidates(OrderItem item, OrderPolicy policy) => All(ByRule(item, policy).Select(static rule => rule.Passing));

    /// <summary>Pools of a provider.</summary>
    public PoolSet OfProvider(int provider) => Memo(("provider", provider), pool => problem.Pools[pool].Provider == provider);

    /// <summary>Replicas of an item that a set of pools holds at most, up to its quantity.</summary>
    public int MostReplicas(OrderItem item, PoolSet pools) => Supply(item).MostReplicas(pools, item.Quantity);

    private bool IsActive(ResourcePool pool) => pool.Status == LifecycleStatus.Active && problem.Providers[pool.Provider].Status == LifecycleStatus.Active;

    private PoolSupply Supply(OrderItem item)
    {
        if (!_supplies.TryGetValue(item.Resources, out PoolSupply? supply)) _supplies[item.Resources] = supply = new PoolSupply(problem, _stock, item.Resources);
        return supply;
    }

    private IEnumerable<PoolSet> Traits(OrderItem item)
    {
        foreach (string trait in item.RequiredTraits) yield return Memo(("required", trait), pool => problem.Pools[pool].Traits.Contains(trait));
        foreach (string trait in item.ForbiddenTraits) yield return Memo(("forbidden", trait), pool => !problem.Pools[pool].Traits.Contains(trait));
        foreach (IReadOnlyList<string> anyOf in item.AnyOfTraits) yield return Memo(("anyOf", anyOf), pool => anyOf.Any(problem.Pools[pool].Traits.Contains));
    }

    private IEnumerable<PoolSet> Places(PlacementRule rule)
    {
        yield return Listed("country", pool => LocationOf(pool).Country, rule.AllowedCountries, rule.DeniedCountries);
        yield return Listed("provider", pool => problem.Providers[problem.Pools[pool].Provider].Id, rule.AllowedProviders, rule.DeniedProviders);
        yield return Listed("location", pool => LocationOf(pool).Id, rule.AllowedLocations, rule.DeniedLocations);
        if (rule.PinnedPoolId is { } pinned) yield return Memo(("pinned", pinned), pool => problem.Pools[pool].Id == pinned);
    }

    private PoolSet Listed(string subject, Func<int, string> value, IReadOnlyList<string> allowed, IReadOnlyList<string> denied) =>
        Memo((subject, allowed, denied), pool => (allowed.Count == 0 || allowed.Contains(value(pool))) && !denied.Contains(value(pool)));

    private IEnumerable<PoolSet> Users(OrderItem item) => item.Users.Where(static user => user.MaxLatencyMs is not null).Select(user => Memo(
        ("users", user.Location, user.MaxLatencyMs),
        pool => Latency.IsWithin(problem.Market.Latencies.Micros(problem.Pools[pool].Location, user.Location), user.MaxLatencyMs)));

    private IEnumerable<PoolSet> Facts(OrderItem item, SovereigntyPolicy? policy)
    {
        if (policy is null) yield break;
        string services = string.Join(' ', item.RequiredTraits.Where(static trait => trait.StartsWith(ServicePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        foreach ((object key, SovereigntyPolicy member) in PolicyMembers.Of(policy))
        {
            yield return Passing((key, services), new SovereigntyGate(problem, member, item));
        }
    }

    private PoolSet Passing(object key, SovereigntyGate gate) => Memo(key, pool => gate.Refusal(pool) is null);

    private Location LocationOf(int pool) => problem.Market.Locations[problem.Pools[pool].Location];

    private PoolSet All(IEnumerable<PoolSet> sets) => sets.Aggregate(Memo("all", static _ => true), static (all, set) => all.And(set));

    private PoolSet Memo(object key, Func<int, bool> passes)
    {
        if (!_sets.TryGetValue(key, out PoolSet? set)) _sets[key] = set = PoolSet.Where(Pools, passes);
        return set;
    }
}
