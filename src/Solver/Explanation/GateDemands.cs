using Fulcrum.Solver.Model;
using Fulcrum.Solver.Sovereignty;

namespace Fulcrum.Solver.Explanation;

/// <summary>The members of an order's sovereignty gate.</summary>
internal sealed class GateDemands(PlacementProblem problem)
{
    private const int WholeMillionths = 1_000_000;

    private readonly SovereigntyPolicy _gate = problem.Order.Policy.Sovereignty ?? new SovereigntyPolicy();

    /// <summary>Every member; each certificate and each level by itself.</summary>
    public IEnumerable<Demand> All()
    {
        IEnumerable<Demand?> lists =
        [
            List("dataCountries", "data must be in", _gate.DataCountries, DataCountries, static (gate, list) => gate with { DataCountries = list }),
            List("seatIn", "the seat must be in", _gate.SeatIn, static (facts, _) => facts.Seat is { } seat ? [seat] : [], static (gate, list) => gate with { SeatIn = list }),
            List("staffIn", "staff must be in", _gate.StaffIn, static (facts, _) => facts.StaffCountries ?? [], static (gate, list) => gate with { StaffIn = list }),
            List(
                "remoteAdministrationIn", "remote administration must come from", _gate.RemoteAdministrationIn,
                static (facts, _) => facts.RemoteAdministrationFrom ?? [], static (gate, list) => gate with { RemoteAdministrationIn = list }),
            List("keyCustody", "key custody must be", _gate.KeyCustody, static (facts, _) => facts.KeyCustody is { } custody ? [custody] : [], static (gate, list) => gate with { KeyCustody = list }),
        ];
        return [.. lists.OfType<Demand>(), .. Control(), .. Certificates(), .. Levels()];
    }

    private Demand? List(
        string member, string text, IReadOnlyList<string>? accepted, Func<SovereigntyFacts, string, IReadOnlyList<string>> stated, Func<SovereigntyPolicy, IReadOnlyList<string>?, SovereigntyPolicy> with) =>
        accepted is null ? null : Demand(member, $"{text} {Wording.List(accepted)}", gate => with(gate, null)) with
        {
            Changes = pools => new SetChanges(
                Outside(pools, stated, accepted),
                entries => Change($"also {Wording.List(entries)}", gate => with(gate, [.. accepted, .. entries]))),
        };

    private string[] Outside(IReadOnlyList<PoolSet> pools, Func<SovereigntyFacts, string, IReadOnlyList<string>> stated, IReadOnlyList<string> accepted) =>
        [.. Facts(pools).SelectMany(entry => stated(entry.Facts, entry.Country)).Where(value => !accepted.Contains(value)).Distinct().Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> DataCountries(SovereigntyFacts facts, string country) => [country, .. facts.DataCountries ?? []];

    private IEnumerable<Demand> Control()
    {
        if (_gate.MaxNonEuControlShareMillionths is not { } most) yield break;
        yield return Demand("maxNonEuControlShare", $"at most a share of {Wording.Share(most)} is controlled from outside the EU", static gate => gate with { MaxNonEuControlShareMillionths = null }) with
        {
            Changes = pools =>
            {
                int[] wider = [.. Facts(pools).Where(static entry => entry.Facts.Controllers is { Count: > 0 }).Select(static entry => OutsideShare(entry.Facts)).Where(share => share > most).Distinct().Order()];
                return new MonotoneChanges(wider.Length, step => Change(
                    $"a share of {Wording.Share(wider[step])} instead of {Wording.Share(most)}", gate => gate with { MaxNonEuControlShareMillionths = wider[step] }));
            },
        };
    }

    private static int OutsideShare(SovereigntyFacts facts) =>
        WholeMillionths - (int)Math.Min(WholeMillionths, facts.Controllers!.Where(static controller => EuropeanUnion.Contains(controller.Country)).Sum(static controller => (long)controller.ShareMillionths));

    private IEnumerable<Demand> Certificates()
    {
        foreach ((int position, CertificateRequirement requirement) in (_gate.Certificates ?? []).Index())
        {
            yield return Demand($"certificates[{position}]", $"a valid certificate {string.Join(" or ", requirement.AnyOf.Select(Name))} is held", gate => Replace(gate, requirement, null)) with
            {
                Changes = pools => new SetChanges(
                    [.. Facts(pools).SelectMany(static entry => entry.Facts.Certificates ?? []).Select(static certificate => certificate.Scheme).Distinct().Order(StringComparer.Ordinal)],
                    schemes => Change(
                        $"{Wording.List(schemes)} of any level accepted too",
                        gate => Replace(gate, requirement, new([.. requirement.AnyOf, .. schemes.Select(static scheme => new CertificateAlternative(scheme, null))])))),
            };
        }
    }

    private static SovereigntyPolicy Replace(SovereigntyPolicy gate, CertificateRequirement requirement, CertificateRequirement? by) => gate with
    {
        Certificates = [.. (gate.Certificates ?? []).Select(other => ReferenceEquals(other, requirement) ? by : other).OfType<CertificateRequirement>()],
    };

    private static string Name(CertificateAlternative alternative) =>
        alternative.Levels is null ? alternative.Scheme : $"{alternative.Scheme} ({string.Join(", ", alternative.Levels)})";

    private IEnumerable<Demand> Levels() => (_gate.MinSeal ?? new Dictionary<string, int>()).OrderBy(static entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => Demand($"minSeal[{entry.Key}]", $"level {entry.Value} of {entry.Key} is reached", gate => WithLevel(gate, entry.Key, null)) with
        {
            Changes = _ => new MonotoneChanges(Math.Max(0, entry.Value), step => Change(
                $"level {entry.Value - 1 - step} instead of {entry.Value}", gate => WithLevel(gate, entry.Key, (int)(entry.Value - 1 - step)))),
        });

    private static SovereigntyPolicy WithLevel(SovereigntyPolicy gate, string objective, int? level)
    {
        Dictionary<string, int> levels = gate.MinSeal!.ToDictionary(StringComparer.Ordinal);
        if (level is { } value) levels[objective] = value;
        else levels.Remove(objective);
        return gate with { MinSeal = levels };
    }

    /// <summary>The facts of the pools that some item could use.</summary>
    private IEnumerable<(SovereigntyFacts Facts, string Country)> Facts(IReadOnlyList<PoolSet> pools) =>
        pools.Aggregate(static (all, set) => all.Or(set)).Members
            .Select(pool => problem.Pools[pool])
            .Select(pool => (pool.Override, pool.Provider, problem.Market.Locations[pool.Location].Country)).Distinct()
            .Select(entry => (EffectiveFacts.Of(problem.Providers[entry.Provider].Facts, entry.Override), entry.Country));

    private static Demand Demand(string member, string text, Func<SovereigntyPolicy, SovereigntyPolicy> without) =>
        new($"policy.sovereignty.{member}", text, DemandKind.Rule, [], order => order.WithGate(without));

    private static Change Change(string text, Func<SovereigntyPolicy, SovereigntyPolicy> edit) => new(text, order => order.WithGate(edit));
}
