using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Reading;

/// <summary>Reads the policies of orders. A list that is present is not empty.</summary>
public static class OrderPolicyReader
{
    /// <summary>Reads a policy, also as a member of a larger request.</summary>
    public static OrderPolicyDocument Policy(ObjectReader o) => new()
    {
        Sovereignty = o.Optional("sovereignty")?.Members(Sovereignty),
        Preferences = o.Optional("preferences")?.FilledList(DocumentLimits.ListLengthMax, static value => value.Members(Preference)) ?? [],
        MaxProviders = (int?)o.Optional("maxProviders")?.Whole(1, DocumentLimits.CountMax),
        MinProviders = (int?)o.Optional("minProviders")?.Whole(1, DocumentLimits.CountMax),
        MaxProviderShare = o.Optional("maxProviderShare")?.Number(0, 1, DocumentLimits.ShareDecimalsMax),
        BudgetMonthly = o.Optional("budgetMonthly")?.Number(0, DocumentLimits.MonthlyMoneyMax),
    };

    private static PreferenceDocument Preference(ObjectReader o) => new()
    {
        Requirement = Sovereignty(o),
        ValueMonthly = o.Required("valueMonthly").Number(0, DocumentLimits.MonthlyMoneyMax),
    };

    internal static SovereigntyPolicyDocument Sovereignty(ObjectReader o) => new()
    {
        DataCountries = Countries(o, "dataCountries"),
        SeatIn = Countries(o, "seatIn"),
        StaffIn = Countries(o, "staffIn"),
        RemoteAdministrationIn = Countries(o, "remoteAdministrationIn"),
        KeyCustody = o.Optional("keyCustody")?.FilledList(DocumentLimits.ListLengthMax, static value => value.Text()),
        MaxNonEuControlShare = o.Optional("maxNonEuControlShare")?.Number(0, 1, DocumentLimits.ShareDecimalsMax),
        Certificates = o.Optional("certificates")?.FilledList(DocumentLimits.ListLengthMax, static value => value.Members(Requirement)),
        MinSeal = o.Optional("minSeal")?.Map(
            DocumentLimits.ListLengthMax, NameRules.SealObjective, static value => (int)value.Whole(0, DocumentLimits.SealLevelMax)),
    };

    private static CertificateRequirementDocument Requirement(ObjectReader o) => new()
    {
        AnyOf = o.Required("anyOf").FilledList(DocumentLimits.ListLengthMax, static value => value.Members(Alternative)),
    };

    private static CertificateAlternativeDocument Alternative(ObjectReader o) => new()
    {
        Scheme = o.Required("scheme").Text(),
        Levels = o.Optional("levels")?.FilledList(DocumentLimits.ListLengthMax, static value => value.Text()),
    };

    private static ImmutableArray<string>? Countries(ObjectReader o, string name) =>
        o.Optional(name)?.FilledList(DocumentLimits.ListLengthMax, static value => value.CountryOrGroup());
}
