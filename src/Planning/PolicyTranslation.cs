using System.Collections.Immutable;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Reading;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning;

/// <summary>Translates policies and objectives of orders.</summary>
internal static class PolicyTranslation
{
    public static OrderPolicy ToPolicy(OrderPolicyDocument policy) => new()
    {
        Sovereignty = policy.Sovereignty is { } gate ? ToSovereignty(gate) : null,
        Preferences = [.. policy.Preferences.Select(ToPreference)],
        MinProviders = policy.MinProviders,
        MaxProviders = policy.MaxProviders,
        MaxProviderShareMillionths = Units.ToMillionths(policy.MaxProviderShare),
        BudgetMicros = policy.BudgetMonthly is { } budget ? Units.ToMicros(budget) : null,
    };

    public static Objective ToObjective(ObjectiveDocument objective) => new()
    {
        Mode = (Solver.Model.ObjectiveMode)objective.Mode,
        PriceWeightThousandths = Units.ToThousandths(objective.Price),
        LocalityWeightThousandths = Units.ToThousandths(objective.Locality),
        SovereigntyWeightThousandths = Units.ToThousandths(objective.Sovereignty),
        Order = [.. objective.Order.Select(term => new LexicographicTerm((Solver.Model.ObjectiveTerm)term, ToleranceOf(objective, term)))],
    };

    private static SovereigntyPreference ToPreference(PreferenceDocument wish) =>
        new(ToSovereignty(wish.Requirement), Units.ToMicros(wish.ValueMonthly));

    private static decimal ToleranceOf(ObjectiveDocument objective, Contracts.Documents.ObjectiveTerm term) =>
        objective.Tolerance.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(term.ToString()), out decimal tolerance) ? tolerance : 0;

    private static SovereigntyPolicy ToSovereignty(SovereigntyPolicyDocument policy) => new()
    {
        DataCountries = Expand(policy.DataCountries),
        SeatIn = Expand(policy.SeatIn),
        StaffIn = Expand(policy.StaffIn),
        RemoteAdministrationIn = Expand(policy.RemoteAdministrationIn),
        KeyCustody = policy.KeyCustody,
        MaxNonEuControlShareMillionths = Units.ToMillionths(policy.MaxNonEuControlShare),
        Certificates = policy.Certificates is { } certificates ? [.. certificates.Select(ToRequirement)] : null,
        MinSeal = policy.MinSeal,
    };

    private static CertificateRequirement ToRequirement(CertificateRequirementDocument requirement) =>
        new([.. requirement.AnyOf.Select(static alternative => new CertificateAlternative(alternative.Scheme, alternative.Levels))]);

    private static ImmutableArray<string>? Expand(ImmutableArray<string>? countries) => countries is { } list ? CountryCodes.Expand(list) : null;
}
