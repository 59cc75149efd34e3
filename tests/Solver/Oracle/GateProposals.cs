using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Demands on facts that the pools of a planted plan just reach, and facts that others lack.</summary>
internal static class GateProposals
{
    public static IReadOnlyList<Func<Edge, PlacementProblem?>> All { get; } =
    [
        .. Enumerable.Range(0, 8).Select<int, Func<Edge, PlacementProblem?>>(member => edge => Gate(edge, member)),
        edge => Gate(edge, 2),
        edge => Gate(edge, 7),
        Certify,
        Certify,
        Certify,
        Withdraw,
        Replace,
    ];

    /// <summary>Demands that need not be met by any pool.</summary>
    public static SovereigntyPolicy Wish(Edge edge)
    {
        SovereigntyPolicy wish = new();
        for (int demands = edge.Random.Pick(1, 1, 2); demands > 0; demands--) wish = WithDemand(edge, wish, edge.Random.Between(0, 7));
        return wish;
    }

    private static PlacementProblem Gate(Edge edge, int member) =>
        edge.WithPolicy(policy => policy with { Sovereignty = WithDemand(edge, policy.Sovereignty ?? new(), member) });

    private static SovereigntyPolicy WithDemand(Edge edge, SovereigntyPolicy gate, int member)
    {
        int[] pools = edge.Planted.Pools();
        SovereigntyFacts[] facts = [.. pools.Select(pool => NaiveGate.FactsOf(edge.Problem, edge.Problem.Pools[pool]))];
        return member switch
        {
            0 => gate with { DataCountries = Union([.. pools.Select(pool => edge.Planted.LocationOf(pool).Country), .. facts.SelectMany(fact => fact.DataCountries ?? [])]) },
            1 => gate with { SeatIn = Union(facts.Select(fact => fact.Seat ?? "FR")) },
            2 => gate with { StaffIn = Union(facts.SelectMany(fact => fact.StaffCountries ?? ["FR"])) },
            3 => gate with { RemoteAdministrationIn = Union([edge.Random.Pick(Names.Countries), .. facts.SelectMany(fact => fact.RemoteAdministrationFrom ?? [])]) },
            4 => gate with { KeyCustody = Union(facts.Select(fact => fact.KeyCustody ?? Names.KeyCustodies[0])) },
            5 => gate with { MaxNonEuControlShareMillionths = Math.Max(0, facts.Max(Outside) - edge.Slip) },
            6 => gate with { Certificates = [.. gate.Certificates ?? [], Requirement(edge.Random)] },
            _ => gate with { MinSeal = Seal(edge, facts) },
        };
    }

    private static string[] Union(IEnumerable<string> values) => values.Distinct(StringComparer.Ordinal).ToArray() is { Length: > 0 } some ? some : ["FR"];

    private static int Outside(SovereigntyFacts facts) =>
        1_000_000 - (facts.Controllers ?? []).Where(one => one.Country is not ("US" or "CH")).Sum(one => one.ShareMillionths);

    private static CertificateRequirement Requirement(Prng random) => new([.. random.Shuffled(Names.Schemes).Take(random.Pick(1, 1, 2)).Select(scheme =>
        new CertificateAlternative(scheme, random.Percent(55) ? null : [.. random.Shuffled(Names.Levels).Take(random.Between(1, 2))]))]);

    private static Dictionary<string, int> Seal(Edge edge, SovereigntyFacts[] facts) =>
        edge.Random.Shuffled(Names.SealObjectives).Take(edge.Random.Pick(1, 1, 2)).ToDictionary(
            name => name,
            name => Math.Max(1, facts.Min(fact => fact.Seal is { } seal && seal.TryGetValue(name, out int level) ? level : 0)) + edge.Slip,
            StringComparer.Ordinal);

    /// <summary>Certificates that end or begin on the day for the planted plan's providers; a day too early or late, or wrong otherwise, for the rest.</summary>
    private static PlacementProblem Certify(Edge edge)
    {
        CertificateRequirement requirement = Requirement(edge.Random);
        int[] planted = edge.Planted.Providers();
        PlacementProblem certified = edge.WithProviders((index, provider) => provider with
        {
            Facts = provider.Facts with { Certificates = [.. Held(edge, requirement.AnyOf[0], planted.Contains(index))] },
        });
        return (edge with { Problem = certified }).WithPolicy(policy => policy with
        {
            Sovereignty = (policy.Sovereignty ?? new()) with { Certificates = [requirement] },
        });
    }

    private static IEnumerable<Certificate> Held(Edge edge, CertificateAlternative wanted, bool fits)
    {
        Prng random = edge.Random;
        DateOnly day = DateOnly.FromDateTime(edge.Problem.DecidedAt.UtcDateTime);
        Certificate good = new(wanted.Scheme, wanted.Levels?[0], null, random.Pick<DateOnly?>(null, day), random.Pick<DateOnly?>(null, day));
        if (fits)
        {
            if (edge.Slip == 1) return [good with { ValidTo = day.AddDays(-1) }];
            return random.Percent(40) ? Names.Services.Select(service => good with { Scopes = [service] }) : [good];
        }

        return
        [
            random.Between(0, 5) switch
            {
                0 => good with { ValidFrom = null, ValidTo = day.AddDays(-1) },
                1 => good with { ValidFrom = day.AddDays(1), ValidTo = null },
                2 or 5 => good with { Level = random.Pick(null, "other") },
                3 => good with { Scopes = [random.Pick(Names.Services)] },
                _ => good with { Scheme = "ISO 27001" },
            },
        ];
    }

    private static PlacementProblem Withdraw(Edge edge)
    {
        int pool = edge.Random.Between(0, edge.Problem.Pools.Count - 1);
        FactKinds gone = (FactKinds)(1 << edge.Random.Between(0, 7));
        return edge.WithPool(pool, each => each with { Override = new(each.Override?.Facts ?? SovereigntyFacts.None, gone) });
    }

    private static PlacementProblem Replace(Edge edge)
    {
        int pool = edge.Random.Between(0, edge.Problem.Pools.Count - 1);
        SovereigntyFacts own = new() { Seat = "US", StaffCountries = ["US"], KeyCustody = "nobody", Seal = new Dictionary<string, int> { ["SOV-1"] = 1 } };
        return edge.WithPool(pool, each => each with { Override = new(own, FactKinds.None) });
    }
}
