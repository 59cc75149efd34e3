using System.Numerics;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>What a pool's facts lack of a sovereignty policy, for one item at the instant of the decision.</summary>
internal static class SovereigntyGate
{
    private const int WholeMillionths = 1_000_000;

    private static readonly HashSet<string> EuropeanUnion = new(StringComparer.Ordinal)
    {
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE",
        "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
    };

    /// <summary>The rules not met, each with a sentence that follows the pool's name.</summary>
    public static IEnumerable<(string Rule, string Message)> Faults(PlacedPlan plan, int item, int pool, SovereigntyPolicy policy)
    {
        ResourcePool at = plan.Problem.Pools[pool];
        SovereigntyFacts facts = EffectiveFacts.Of(at, plan.Problem.Providers[at.Provider]);
        return DataFaults(policy.DataCountries, facts.DataCountries, plan.LocationOf(pool).Country)
            .Concat(SeatFaults(policy.SeatIn, facts.Seat))
            .Concat(CountryFaults(ViolationRules.SovereigntyStaff, "staff", policy.StaffIn, NotEmpty(facts.StaffCountries)))
            .Concat(CountryFaults(
                ViolationRules.SovereigntyRemoteAdministration,
                "remote administration",
                policy.RemoteAdministrationIn,
                facts.RemoteAdministrationFrom))
            .Concat(KeyFaults(policy.KeyCustody, facts.KeyCustody))
            .Concat(ControlFaults(policy.MaxNonEuControlShareMillionths, facts.Controllers))
            .Concat(CertificateGate.Faults(policy.Certificates, facts.Certificates, plan.Order.Items[item], plan.Problem.DecidedAt))
            .Concat(SealFaults(policy.MinSeal, facts.Seal));
    }

    private static IEnumerable<(string Rule, string Message)> DataFaults(
        IReadOnlyList<string>? demanded, IReadOnlyList<string>? stated, string country)
    {
        if (demanded is null) return [];
        IEnumerable<(string Rule, string Message)> place = demanded.Contains(country, StringComparer.Ordinal)
            ? []
            : [(ViolationRules.SovereigntyData, $"is in {country}, but data must stay in {Wording.List(demanded)}")];
        return place.Concat(CountryFaults(ViolationRules.SovereigntyData, "data", demanded, NotEmpty(stated)));
    }

    private static IEnumerable<(string Rule, string Message)> SeatFaults(IReadOnlyList<string>? demanded, string? seat)
    {
        if (demanded is null || (seat is not null && demanded.Contains(seat, StringComparer.Ordinal))) yield break;
        yield return (ViolationRules.SovereigntySeat, $"has its seat in {seat ?? "no stated country"}, but it must be in {Wording.List(demanded)}");
    }

    private static IEnumerable<(string Rule, string Message)> CountryFaults(
        string rule, string what, IReadOnlyList<string>? demanded, IReadOnlyList<string>? stated)
    {
        if (demanded is null) yield break;
        if (stated is null)
        {
            yield return (rule, $"does not state the countries of its {what}, but they must be in {Wording.List(demanded)}");
            yield break;
        }

        string[] outside = [.. stated.Except(demanded, StringComparer.Ordinal)];
        if (outside.Length > 0) yield return (rule, $"has {what} in {Wording.List(outside)}, but it must be in {Wording.List(demanded)} only");
    }

    private static IEnumerable<(string Rule, string Message)> KeyFaults(IReadOnlyList<string>? demanded, string? custody)
    {
        if (demanded is null || (custody is not null && demanded.Contains(custody, StringComparer.Ordinal))) yield break;
        yield return (
            ViolationRules.SovereigntyKeyCustody,
            $"has key custody '{custody ?? "not stated"}', but one of {Wording.List(demanded)} is demanded");
    }

    private static IEnumerable<(string Rule, string Message)> ControlFaults(int? allowed, IReadOnlyList<Controller>? controllers)
    {
        if (allowed is not { } most) yield break;
        if (NotEmpty(controllers) is not { } stated)
        {
            yield return (ViolationRules.SovereigntyControl, $"does not state who controls it, but at most {Wording.Share(most)} may be outside the EU");
            yield break;
        }

        BigInteger inside = stated
            .Where(controller => EuropeanUnion.Contains(controller.Country))
            .Aggregate(BigInteger.Zero, (sum, controller) => sum + controller.ShareMillionths);
        if (WholeMillionths - inside > most)
        {
            yield return (
                ViolationRules.SovereigntyControl,
                $"is controlled from outside the EU by {Wording.Share(WholeMillionths - inside)}, but at most {Wording.Share(most)} is allowed");
        }
    }

    private static IEnumerable<(string Rule, string Message)> SealFaults(
        IReadOnlyDictionary<string, int>? demanded, IReadOnlyDictionary<string, int>? stated)
    {
        foreach ((string objective, int least) in demanded ?? new Dictionary<string, int>())
        {
            int? level = stated is not null && stated.TryGetValue(objective, out int reached) ? reached : null;
            if (level is null || level < least)
            {
                string has = level is null ? "no stated level" : $"level {level}";
                yield return (ViolationRules.SovereigntySeal, $"has {has} of {objective}, but at least {least} is demanded");
            }
        }
    }

    private static IReadOnlyList<T>? NotEmpty<T>(IReadOnlyList<T>? list) => list is { Count: > 0 } ? list : null;
}
