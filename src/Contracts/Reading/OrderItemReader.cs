using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Reading;

/// <summary>Reads the items of orders.</summary>
internal static class OrderItemReader
{
    public static OrderItemDocument Item(ObjectReader o) => new()
    {
        Id = o.Required("id").Id(),
        Quantity = (int)o.Required("quantity").Whole(1, DocumentLimits.QuantityMax),
        Resources = ResourcePoolReader.Amounts(o.Required("resources")),
        Traits = o.Optional("traits")?.Members(Traits),
        Placement = o.Optional("placement")?.Members(Placement),
        Users = o.Optional("users")?.List(DocumentLimits.UserGroupsPerItemMax, static value => value.Members(User)) ?? [],
        Spread = o.Optional("spread")?.List(DocumentLimits.SpreadRulesPerItemMax, static value => value.Members(Spread)) ?? [],
        Survive = o.Optional("survive")?.List(DocumentLimits.SpreadRulesPerItemMax, static value => value.Members(Survive)) ?? [],
    };

    public static TraitRequirementDocument Traits(ObjectReader o) => new()
    {
        Required = Texts(o, "required"),
        Forbidden = Texts(o, "forbidden"),
        AnyOf = o.Optional("anyOf")?.List(
            DocumentLimits.ListLengthMax, static list => list.List(DocumentLimits.ListLengthMax, static value => value.Text())) ?? [],
    };

    public static PlacementRuleDocument Placement(ObjectReader o) => new()
    {
        AllowedCountries = Countries(o, "allowedCountries"),
        DeniedCountries = Countries(o, "deniedCountries"),
        AllowedProviders = Ids(o, "allowedProviders"),
        DeniedProviders = Ids(o, "deniedProviders"),
        AllowedLocations = Ids(o, "allowedLocations"),
        DeniedLocations = Ids(o, "deniedLocations"),
        PinnedPoolId = o.Optional("pinnedPoolId")?.Id(),
    };

    private static UserGroupDocument User(ObjectReader o) => new()
    {
        LocationId = o.Required("locationId").Id(),
        MaxLatencyMs = o.Optional("maxLatencyMs")?.Number(0, DocumentLimits.LatencyMsMax),
        EgressGiBMonthly = o.Optional("egressGiBMonthly")?.Number(0, DocumentLimits.TrafficGiBMax) ?? 0,
        ValuePerMsMonthly = o.Optional("valuePerMsMonthly")?.Number(0, DocumentLimits.MonthlyMoneyMax) ?? 0,
    };

    private static SpreadDocument Spread(ObjectReader o) => new()
    {
        By = o.Required("by").Choice<DomainKind>(),
        Max = (int?)o.Optional("max")?.Whole(1, DocumentLimits.CountMax),
        MaxShare = o.Optional("maxShare")?.Number(0, 1, DocumentLimits.ShareDecimalsMax),
        MinDomains = (int?)o.Optional("minDomains")?.Whole(1, DocumentLimits.CountMax),
    };

    private static SurviveDocument Survive(ObjectReader o) => new()
    {
        LossOf = o.Required("lossOf").Choice<DomainKind>(),
        MinReplicas = (int?)o.Optional("minReplicas")?.Whole(1, DocumentLimits.CountMax) ?? 1,
    };

    private static ImmutableArray<string> Texts(ObjectReader o, string name) =>
        o.Optional(name)?.List(DocumentLimits.ListLengthMax, static value => value.Text()) ?? [];

    private static ImmutableArray<string> Ids(ObjectReader o, string name) =>
        o.Optional(name)?.List(DocumentLimits.ListLengthMax, static value => value.Id()) ?? [];

    private static ImmutableArray<string> Countries(ObjectReader o, string name) =>
        o.Optional(name)?.List(DocumentLimits.ListLengthMax, static value => value.CountryOrGroup()) ?? [];
}
