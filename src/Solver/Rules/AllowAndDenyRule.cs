using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Rules;

/// <summary>The pool's country, provider and location are allowed and not denied, and it is the pinned pool if there is one.</summary>
internal sealed class AllowAndDenyRule : HardRule
{
    public override string Name => "eligibility.placement";

    public override PoolFilter FilterFor(PlacementProblem problem, OrderItem item)
    {
        PlacementRule placement = item.Placement;
        Func<string, string?> country = Membership("country", placement.AllowedCountries, placement.DeniedCountries);
        Func<string, string?> provider = Membership("provider", placement.AllowedProviders, placement.DeniedProviders);
        Func<string, string?> location = Membership("location", placement.AllowedLocations, placement.DeniedLocations);
        return sieve => country(sieve.Location.Country)
            ?? provider(sieve.Provider.Id)
            ?? location(sieve.Location.Id)
            ?? Pinned(placement.PinnedPoolId, sieve.Definition.Id);
    }

    private static Func<string, string?> Membership(string subject, IReadOnlyList<string> allowed, IReadOnlyList<string> denied)
    {
        HashSet<string> allowedSet = new(allowed, StringComparer.Ordinal);
        HashSet<string> deniedSet = new(denied, StringComparer.Ordinal);
        return value =>
        {
            if (allowedSet.Count > 0 && !allowedSet.Contains(value)) return $"{subject} is not allowed";
            return deniedSet.Contains(value) ? $"{subject} {value} is denied" : null;
        };
    }

    private static string? Pinned(string? pinned, string pool) => pinned is null || pinned == pool ? null : $"the item is pinned to pool {pinned}";
}
