using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Sovereignty;

/// <summary>A sovereignty policy as it applies to one item at the instant of decision.</summary>
internal sealed class SovereigntyGate
{
    private const int WholeMillionths = 1_000_000;

    private readonly PlacementProblem _problem;
    private readonly SovereigntyPolicy _policy;
    private readonly CertificateCoverage _coverage;
    private readonly Dictionary<(int Provider, string Country), string?> _ofProviders = [];

    /// <summary>The gate of a policy for an item.</summary>
    public SovereigntyGate(PlacementProblem problem, SovereigntyPolicy policy, OrderItem item)
    {
        _problem = problem;
        _policy = policy;
        _coverage = new CertificateCoverage(CertificateCoverage.ServicesOf(item), DateOnly.FromDateTime(problem.DecidedAt.UtcDateTime));
    }

    /// <summary>Why a pool does not pass; null when it does.</summary>
    public string? Refusal(int pool)
    {
        ResourcePool definition = _problem.Pools[pool];
        string country = _problem.Market.Locations[definition.Location].Country;
        SovereigntyFacts provider = _problem.Providers[definition.Provider].Facts;
        if (definition.Override is not null) return Refusal(EffectiveFacts.Of(provider, definition.Override), country);
        if (!_ofProviders.TryGetValue((definition.Provider, country), out string? refusal))
        {
            _ofProviders[(definition.Provider, country)] = refusal = Refusal(provider, country);
        }

        return refusal;
    }

    /// <summary>Why no pool in a country passes; null when some may.</summary>
    public string? CountryRefusal(string country) =>
        _policy.DataCountries is not { } allowed || allowed.Contains(country) ? null : $"country {country} is not accepted for data";

    /// <summary>Why facts do not pass, whatever country the pool is in; null when they do.</summary>
    public string? FactsRefusal(SovereigntyFacts facts) =>
        Countries("data", facts.DataCountries, _policy.DataCountries, emptyIsMissing: true)
        ?? SeatRefusal(facts)
        ?? Countries("staff", facts.StaffCountries, _policy.StaffIn, emptyIsMissing: true)
        ?? Countries("remote administration", facts.RemoteAdministrationFrom, _policy.RemoteAdministrationIn, emptyIsMissing: false)
        ?? CustodyRefusal(facts)
        ?? ControlRefusal(facts)
        ?? CertificateRefusal(facts)
        ?? SealRefusal(facts);

    private string? Refusal(SovereigntyFacts facts, string country) => CountryRefusal(country) ?? FactsRefusal(facts);

    private string? SeatRefusal(SovereigntyFacts facts)
    {
        if (_policy.SeatIn is not { } allowed) return null;
        if (facts.Seat is not { } seat) return "the seat is not stated";
        return allowed.Contains(seat) ? null : $"seat in {seat}";
    }

    private static string? Countries(string subject, IReadOnlyList<string>? stated, IReadOnlyList<string>? allowed, bool emptyIsMissing)
    {
        if (allowed is null) return null;
        if (stated is null || (emptyIsMissing && stated.Count == 0)) return $"countries of {subject} are not stated";
        string? outside = stated.FirstOrDefault(country => !allowed.Contains(country));
        return outside is null ? null : $"{subject} in {outside}";
    }

    private string? CustodyRefusal(SovereigntyFacts facts)
    {
        if (_policy.KeyCustody is not { } accepted) return null;
        if (facts.KeyCustody is not { } custody) return "key custody is not stated";
        return accepted.Contains(custody) ? null : $"key custody is {custody}";
    }

    private string? ControlRefusal(SovereigntyFacts facts)
    {
        if (_policy.MaxNonEuControlShareMillionths is not { } most) return null;
        if (facts.Controllers is not { Count: > 0 } controllers) return "controllers are not stated";
        long inside = controllers.Where(controller => EuropeanUnion.Contains(controller.Country)).Sum(controller => (long)controller.ShareMillionths);
        return WholeMillionths - inside <= most ? null : "too much control from outside the EU";
    }

    private string? CertificateRefusal(SovereigntyFacts facts)
    {
        foreach (CertificateRequirement entry in _policy.Certificates ?? [])
        {
            if (!_coverage.Meets(facts.Certificates ?? [], entry)) return $"no valid certificate {string.Join(" or ", entry.AnyOf.Select(Describe))} that covers the item";
        }

        return null;
    }

    private static string Describe(CertificateAlternative alternative) =>
        alternative.Levels is null ? alternative.Scheme : $"{alternative.Scheme} ({string.Join(", ", alternative.Levels)})";

    private string? SealRefusal(SovereigntyFacts facts)
    {
        foreach ((string objective, int level) in _policy.MinSeal ?? new Dictionary<string, int>())
        {
            if (facts.Seal is null || !facts.Seal.TryGetValue(objective, out int reached)) return $"level of {objective} is not stated";
            if (reached < level) return $"level of {objective} below {level}";
        }

        return null;
    }
}
