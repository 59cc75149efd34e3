using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Reading;

/// <summary>Reads decisions as <c>GET /orders/{id}/decision</c> answers them.</summary>
internal static class EvidenceReader
{
    public static OrderDecisionResource Decision(ObjectReader o) => new()
    {
        Order = o.Required("order").Members(OrderReader.Order),
        Decision = o.Required("decision").Members(DecisionReader.Decision),
        Holds = o.Optional("holds")?.List(DocumentLimits.AssignmentsMax, static value => value.Members(Hold)) ?? [],
        Evidence = o.Optional("evidence")?.Members(Evidence),
    };

    private static DecisionEvidenceDocument Evidence(ObjectReader o) => new()
    {
        Market = o.Required("market").Members(Market),
        Federation = o.Optional("federation")?.Members(MarketReader.Federation),
        Claims = o.Optional("claims")?.List(DocumentLimits.ResourcePoolsMax, static value => value.Members(Claims)) ?? [],
    };

    private static MarketEvidenceDocument Market(ObjectReader o) => new()
    {
        Version = Version(o, "version"),
        Providers = (int)o.Required("providers").Whole(0, int.MaxValue),
        ResourcePools = (int)o.Required("resourcePools").Whole(0, int.MaxValue),
        ResourcePoolsHash = o.Optional("resourcePoolsHash")?.Text(),
        ReadAfresh = o.Optional("readAfresh")?.Flag() ?? false,
        PlannedWith = (int?)o.Optional("plannedWith")?.Whole(1, int.MaxValue),
        Excluded = o.Optional("excluded")?.List(DocumentLimits.ResourcePoolsMax, static value => value.Id()) ?? [],
    };

    private static PoolClaimsDocument Claims(ObjectReader o) => new()
    {
        ResourcePoolId = o.Required("resourcePoolId").Id(),
        ConfigVersion = Version(o, "configVersion"),
        Generation = Version(o, "generation"),
        Claimed = Amounts(o, "claimed"),
        InFlight = Amounts(o, "inFlight"),
    };

    private static PlannedHoldResource Hold(ObjectReader o) => new()
    {
        ResourcePoolId = o.Required("resourcePoolId").Id(),
        ConfigVersion = Version(o, "configVersion"),
        Generation = Version(o, "generation"),
        Lines = o.Optional("lines")?.List(DocumentLimits.OrderItemsMax, static value => value.Members(Line)) ?? [],
        Amounts = Amounts(o, "amounts"),
    };

    private static HoldLine Line(ObjectReader o) => new()
    {
        ItemId = o.Required("itemId").Id(),
        OfferId = o.Optional("offerId")?.Id(),
        Quantity = o.Required("quantity").Whole(1, DocumentLimits.QuantityMax),
        Resources = ResourcePoolReader.Amounts(o.Required("resources")),
    };

    private static long Version(ObjectReader o, string name) => o.Required(name).Whole(0, long.MaxValue);

    private static SortedMap<long> Amounts(ObjectReader o, string name) => o.Optional(name)?.Map(
        DocumentLimits.ResourceClassesMax, NameRules.ResourceClass, static value => value.Whole(0, long.MaxValue)) ?? [];
}
