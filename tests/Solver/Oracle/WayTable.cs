using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Lists every way to serve every item, allowed or not.</summary>
internal static class WayTable
{
    public static Way[][] Of(PlacementProblem problem) =>
        [.. Enumerable.Range(0, problem.Order.Items.Count).Select(item => OfItem(problem, item).ToArray())];

    private static IEnumerable<Way> OfItem(PlacementProblem problem, int item)
    {
        for (int pool = 0; pool < problem.Pools.Count; pool++)
        {
            for (int offer = PlanLine.FreeForm; offer < problem.Pools[pool].Offers.Count; offer++) yield return Make(problem, item, pool, offer);
        }
    }

    private static Way Make(PlacementProblem problem, int itemIndex, int poolIndex, int offer)
    {
        OrderItem item = problem.Order.Items[itemIndex];
        ResourcePool pool = problem.Pools[poolIndex];
        long mebibytes = 0;
        long locality = 0;
        bool near = true;
        foreach (UserGroup users in item.Users)
        {
            long latency = problem.Market.Latencies.Micros(pool.Location, users.Location);
            mebibytes += Quotient.Read(users.EgressGiBMonthly).Times(1024).Over(item.Quantity).RoundedUp();
            locality += LocalityOf(users.ValuePerMsMicros, latency, item.Quantity);
            if (users.MaxLatencyMs is { } bound) near &= IsWithin(latency, bound);
        }

        int replicas = problem.Order.Items.Sum(each => each.Quantity);
        return new Way
        {
            Item = itemIndex,
            Pool = poolIndex,
            Offer = offer,
            Allowed = near && IsCandidate(item, pool, offer) && IsEligible(problem, item, pool)
                && (problem.Order.Policy.Sovereignty is null || NaiveGate.Passes(problem, item, pool, problem.Order.Policy.Sovereignty)),
            Price = PriceOf(item, pool, offer),
            Consumes = offer == PlanLine.FreeForm ? item.Resources : pool.Offers[offer].Resources,
            UserMebibytes = mebibytes,
            UserLocality = locality,
            Unmet = problem.Order.Policy.Preferences
                .Where(preference => !NaiveGate.Passes(problem, item, pool, preference.Requirement))
                .Sum(preference => new Quotient(preference.ValueMicros, replicas).Rounded()),
        };
    }

    /// <summary>Locality of one replica: value per millisecond × microseconds / 1 000 / quantity, rounded.</summary>
    public static long LocalityOf(long valuePerMs, long latencyMicros, int quantity) =>
        new Quotient((BigInteger)valuePerMs * latencyMicros, (BigInteger)1000 * quantity).Rounded();

    public static bool IsWithin(long latencyMicros, decimal boundMs)
    {
        Quotient bound = Quotient.Read(boundMs).Times(1000);
        return latencyMicros * bound.Below <= bound.Above;
    }

    private static bool IsCandidate(OrderItem item, ResourcePool pool, int offer)
    {
        IReadOnlyDictionary<string, long> consumed = item.Resources;
        if (offer == PlanLine.FreeForm)
        {
            if (pool.PriceBook is null || !item.Resources.Keys.All(pool.PriceBook.ContainsKey)) return false;
        }
        else
        {
            consumed = pool.Offers[offer].Resources;
            foreach ((string name, long amount) in item.Resources)
            {
                if (!consumed.TryGetValue(name, out long offered) || offered < amount) return false;
            }
        }

        foreach ((string name, long amount) in consumed)
        {
            if (!pool.Inventories.TryGetValue(name, out Inventory? inventory)) return false;
            if (amount < inventory.MinUnit || amount > inventory.MaxUnit || amount % inventory.StepSize != 0) return false;
        }

        return true;
    }

    private static bool IsEligible(PlacementProblem problem, OrderItem item, ResourcePool pool)
    {
        Provider provider = problem.Providers[pool.Provider];
        if (provider.Status != LifecycleStatus.Active || pool.Status != LifecycleStatus.Active) return false;
        if (item.RequiredTraits.Any(trait => !pool.Traits.Contains(trait))) return false;
        if (item.ForbiddenTraits.Any(trait => pool.Traits.Contains(trait))) return false;
        if (item.AnyOfTraits.Any(list => list.Count != 0 && !list.Any(trait => pool.Traits.Contains(trait)))) return false;
        Location location = problem.Market.Locations[pool.Location];
        PlacementRule placement = item.Placement;
        if (placement.AllowedCountries.Count != 0 && !placement.AllowedCountries.Contains(location.Country)) return false;
        if (placement.DeniedCountries.Contains(location.Country)) return false;
        if (placement.AllowedProviders.Count != 0 && !placement.AllowedProviders.Contains(provider.Id)) return false;
        if (placement.DeniedProviders.Contains(provider.Id)) return false;
        if (placement.AllowedLocations.Count != 0 && !placement.AllowedLocations.Contains(location.Id)) return false;
        if (placement.DeniedLocations.Contains(location.Id)) return false;
        return placement.PinnedPoolId is null || placement.PinnedPoolId == pool.Id;
    }

    private static long? PriceOf(OrderItem item, ResourcePool pool, int offer)
    {
        if (offer != PlanLine.FreeForm) return Quotient.Read(pool.Offers[offer].PricePerHour).Times(730_000_000).Rounded();
        Quotient sum = new(0, 1);
        foreach ((string name, long amount) in item.Resources)
        {
            if (pool.PriceBook is null || !pool.PriceBook.TryGetValue(name, out decimal price)) return null;
            sum = sum.Plus(Quotient.Read(price).Times(amount));
        }

        return sum.Times(730_000_000).Rounded();
    }
}
