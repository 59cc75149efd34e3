using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Rules;

/// <summary>The pool's country, provider and location are allowed and not denied, and it is the pinned pool if there is one.</summary>
internal sealed class AllowAndDenyRule : HardRule
{
    public override string Name => "eligibility.placement";

    public override bool IsScreen => true;

    public override void Screen(ItemScreening screening)
    {
        PlacementRule placement = screening.Definition.Placement;
        Supply supply = screening.Supply;
        IReadOnlyList<Location> locations = supply.Market.Locations;
        Keep(screening, "country", placement.AllowedCountries, placement.DeniedCountries, supply.Domains.LocationOf, locations.Count, location => locations[location].Country);
        Keep(screening, "provider", placement.AllowedProviders, placement.DeniedProviders, supply.Domains.ProviderOf, supply.Providers.Count, provider => supply.Providers[provider].Id);
        Keep(screening, "location", placement.AllowedLocations, placement.DeniedLocations, supply.Domains.LocationOf, locations.Count, location => locations[location].Id);
        if (placement.PinnedPoolId is { } pinned) KeepPinned(screening, pinned);
    }

    private static void Keep(
        ItemScreening screening, string subject, IReadOnlyList<string> allowed, IReadOnlyList<string> denied, int[] numberOfPool, int count, Func<int, string> nameOf)
    {
        if (allowed.Count == 0 && denied.Count == 0) return;
        HashSet<string> allowedSet = new(allowed, StringComparer.Ordinal);
        HashSet<string> deniedSet = new(denied, StringComparer.Ordinal);
        screening.Keep(numberOfPool, new Verdicts(count, number =>
        {
            string name = nameOf(number);
            if (allowedSet.Count > 0 && !allowedSet.Contains(name)) return $"{subject} is not allowed";
            return deniedSet.Contains(name) ? $"{subject} {name} is denied" : null;
        }));
    }

    private static void KeepPinned(ItemScreening screening, string pinned)
    {
        int before = screening.Pools.Length;
        screening.Keep(pool => screening.Supply.Pools[pool].Id == pinned);
        screening.Reasons.Add($"the item is pinned to pool {pinned}", before - screening.Pools.Length);
    }
}
