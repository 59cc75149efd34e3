using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Rules about the whole order – gate, preferences, providers, budget – fitted to a planted plan.</summary>
internal sealed class PolicyFitter(Prng random, PlantedPlan planted, bool tiny)
{
    public OrderPolicy Fit(Worth worth) => new()
    {
        Sovereignty = random.Percent(45) ? Gate(demands: random.Pick(1, 1, 2, 3)) : null,
        Preferences = [.. Enumerable.Range(0, random.Pick(0, 0, 0, 1, 2)).Select(_ => new SovereigntyPreference(Wish(random.Pick(1, 2)), Value()))],
        MinProviders = random.Percent(20) ? Providers().Length + (random.Percent(4) ? 1 : 0) : null,
        MaxProviders = random.Percent(20) ? Math.Max(1, Providers().Length - (random.Percent(8) ? 1 : 0)) : null,
        MaxProviderShareMillionths = random.Percent(20) ? Share(worth) : null,
        BudgetMicros = random.Percent(20) ? Math.Max(0, worth.Price - (random.Percent(10) ? 1 : 0)) : null,
    };

    private int[] Providers() => [.. planted.Pools().Select(pool => pool.Provider).Distinct()];

    private long Value() => tiny ? random.Between(1, 40) : random.Between(1, 40) * 250_000;

    /// <summary>The least share in millionths that the planted plan meets, sometimes one less.</summary>
    private int? Share(Worth worth)
    {
        if (worth.Resources == 0) return null;
        long most = planted.Lines
            .GroupBy(line => planted.Problem.Pools[line.Way.Pool].Provider, line => line.Way.Price!.Value * line.Count)
            .Max(prices => prices.Sum());
        Int128 share = (((Int128)most * 1_000_000) + worth.Resources - 1) / worth.Resources;
        return (int)share - (random.Percent(8) ? 1 : 0);
    }

    /// <summary>A gate whose every demand is what the facts of the pools used just reach.</summary>
    private SovereigntyPolicy Gate(int demands)
    {
        SovereigntyPolicy gate = new();
        foreach (int member in random.Shuffled(Enumerable.Range(0, 8)))
        {
            SovereigntyPolicy more = WithDemand(gate, member);
            if (more != gate && IsMet(more))
            {
                gate = more;
                demands--;
            }

            if (demands == 0) break;
        }

        return demands > 0 && random.Percent(5) ? WithDemand(gate, random.Between(0, 7)) : gate;
    }

    /// <summary>Requirements that need not be met by any pool.</summary>
    private SovereigntyPolicy Wish(int demands)
    {
        SovereigntyPolicy wish = new();
        for (; demands > 0; demands--) wish = WithDemand(wish, random.Between(0, 7));
        return wish;
    }

    private bool IsMet(SovereigntyPolicy gate) =>
        planted.Lines.All(line => NaiveGate.Passes(planted.Problem, planted.Problem.Order.Items[line.Way.Item], planted.Problem.Pools[line.Way.Pool], gate));

    private SovereigntyPolicy WithDemand(SovereigntyPolicy gate, int member)
    {
        ResourcePool[] pools = planted.Pools();
        SovereigntyFacts[] facts = [.. pools.Select(pool => NaiveGate.FactsOf(planted.Problem, pool))];
        return member switch
        {
            0 => gate with { DataCountries = Union([.. planted.LocationsOf(pools).Select(at => at.Country), .. facts.SelectMany(fact => fact.DataCountries ?? [])]) },
            1 => gate with { SeatIn = Union(facts.Select(fact => fact.Seat ?? "FR")) },
            2 => gate with { StaffIn = Union(facts.SelectMany(fact => fact.StaffCountries ?? ["FR"])) },
            3 => gate with { RemoteAdministrationIn = Union([random.Pick(Names.Countries), .. facts.SelectMany(fact => fact.RemoteAdministrationFrom ?? [])]) },
            4 => gate with { KeyCustody = Union(facts.Select(fact => fact.KeyCustody ?? Names.KeyCustodies[0])) },
            5 => gate with { MaxNonEuControlShareMillionths = Math.Max(0, facts.Max(Outside) - (random.Percent(5) ? 1 : 0)) },
            6 => gate with { Certificates = [.. Enumerable.Range(0, random.Pick(1, 1, 2)).Select(_ => Requirement())] },
            _ => gate with { MinSeal = Seal(facts) },
        };
    }

    private static string[] Union(IEnumerable<string> values) => values.Distinct(StringComparer.Ordinal).ToArray() is { Length: > 0 } some ? some : ["FR"];

    private static int Outside(SovereigntyFacts facts) =>
        1_000_000 - (facts.Controllers ?? []).Where(one => one.Country is not ("US" or "CH")).Sum(one => one.ShareMillionths);

    private CertificateRequirement Requirement() => new([.. random.Shuffled(Names.Schemes).Take(random.Pick(1, 1, 2)).Select(scheme =>
        new CertificateAlternative(scheme, random.Percent(55) ? null : [.. random.Shuffled(Names.Levels).Take(random.Between(1, 2))]))]);

    private Dictionary<string, int> Seal(SovereigntyFacts[] facts) =>
        random.Shuffled(Names.SealObjectives).Take(random.Pick(1, 1, 2)).ToDictionary(
            name => name,
            name => Math.Max(1, facts.Min(fact => fact.Seal is { } seal && seal.TryGetValue(name, out int level) ? level : 0)),
            StringComparer.Ordinal);
}
