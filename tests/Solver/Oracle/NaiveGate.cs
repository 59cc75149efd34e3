using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>The sovereignty gate, sentence by sentence.</summary>
internal static class NaiveGate
{
    private static readonly string[] Eu =
        "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".Split(' ');

    public static SovereigntyFacts FactsOf(PlacementProblem problem, ResourcePool pool)
    {
        SovereigntyFacts facts = problem.Providers[pool.Provider].Facts;
        if (pool.Override is null) return facts;
        SovereigntyFacts own = pool.Override.Facts;
        if (own.Seat is not null) facts = facts with { Seat = own.Seat };
        if (own.Controllers is not null) facts = facts with { Controllers = own.Controllers };
        if (own.StaffCountries is not null) facts = facts with { StaffCountries = own.StaffCountries };
        if (own.RemoteAdministrationFrom is not null) facts = facts with { RemoteAdministrationFrom = own.RemoteAdministrationFrom };
        if (own.KeyCustody is not null) facts = facts with { KeyCustody = own.KeyCustody };
        if (own.DataCountries is not null) facts = facts with { DataCountries = own.DataCountries };
        if (own.Certificates is not null) facts = facts with { Certificates = own.Certificates };
        if (own.Seal is not null) facts = facts with { Seal = own.Seal };
        FactKinds gone = pool.Override.Withdrawn;
        if ((gone & FactKinds.Seat) != 0) facts = facts with { Seat = null };
        if ((gone & FactKinds.Controllers) != 0) facts = facts with { Controllers = null };
        if ((gone & FactKinds.StaffCountries) != 0) facts = facts with { StaffCountries = null };
        if ((gone & FactKinds.RemoteAdministrationFrom) != 0) facts = facts with { RemoteAdministrationFrom = null };
        if ((gone & FactKinds.KeyCustody) != 0) facts = facts with { KeyCustody = null };
        if ((gone & FactKinds.DataCountries) != 0) facts = facts with { DataCountries = null };
        if ((gone & FactKinds.Certificates) != 0) facts = facts with { Certificates = null };
        if ((gone & FactKinds.Seal) != 0) facts = facts with { Seal = null };
        return facts;
    }

    public static bool Passes(PlacementProblem problem, OrderItem item, ResourcePool pool, SovereigntyPolicy policy)
    {
        SovereigntyFacts facts = FactsOf(problem, pool);
        string country = problem.Market.Locations[pool.Location].Country;
        if (policy.DataCountries is { } data)
        {
            if (!data.Contains(country)) return false;
            if (facts.DataCountries is null || facts.DataCountries.Count == 0) return false;
            if (facts.DataCountries.Any(one => !data.Contains(one))) return false;
        }

        if (policy.SeatIn is { } seats && (facts.Seat is null || !seats.Contains(facts.Seat))) return false;
        if (policy.StaffIn is { } staff)
        {
            if (facts.StaffCountries is null || facts.StaffCountries.Count == 0) return false;
            if (facts.StaffCountries.Any(one => !staff.Contains(one))) return false;
        }

        if (policy.RemoteAdministrationIn is { } remote)
        {
            if (facts.RemoteAdministrationFrom is null) return false;
            if (facts.RemoteAdministrationFrom.Any(one => !remote.Contains(one))) return false;
        }

        if (policy.KeyCustody is { } keys && (facts.KeyCustody is null || !keys.Contains(facts.KeyCustody))) return false;
        if (policy.MaxNonEuControlShareMillionths is { } most)
        {
            if (facts.Controllers is null || facts.Controllers.Count == 0) return false;
            int outside = 1_000_000;
            foreach (Controller controller in facts.Controllers)
            {
                if (Eu.Contains(controller.Country)) outside -= controller.ShareMillionths;
            }

            if (outside > most) return false;
        }

        if (policy.Certificates is { } entries && !entries.All(entry => entry.AnyOf.Any(one => IsMet(problem, item, facts, one)))) return false;
        foreach ((string objective, int level) in policy.MinSeal ?? new Dictionary<string, int>())
        {
            if (facts.Seal is null || !facts.Seal.TryGetValue(objective, out int reached) || reached < level) return false;
        }

        return true;
    }

    private static bool IsMet(PlacementProblem problem, OrderItem item, SovereigntyFacts facts, CertificateAlternative wanted)
    {
        DateOnly today = DateOnly.FromDateTime(problem.DecidedAt.UtcDateTime);
        List<Certificate> good = [];
        foreach (Certificate certificate in facts.Certificates ?? [])
        {
            if (certificate.Scheme != wanted.Scheme) continue;
            if (wanted.Levels is not null && !wanted.Levels.Any(level => level == certificate.Level)) continue;
            if (certificate.ValidFrom > today || certificate.ValidTo < today) continue;
            good.Add(certificate);
        }

        List<string> services = [.. item.RequiredTraits.Where(trait => trait.StartsWith("service:", StringComparison.Ordinal))];
        if (services.Count == 0) return good.Exists(certificate => certificate.Scopes is null);
        return services.TrueForAll(service => good.Exists(certificate => certificate.Scopes is null || certificate.Scopes.Contains(service)));
    }
}
