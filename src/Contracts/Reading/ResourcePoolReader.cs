using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Reading;

/// <summary>Reads resource pools, their inventories, price books and offers.</summary>
internal static class ResourcePoolReader
{
    public static ResourcePoolDocument Pool(ObjectReader o) => new()
    {
        Id = o.Required("id").Id(),
        ProviderId = o.Required("providerId").Id(),
        LocationId = o.Required("locationId").Id(),
        Zone = o.Optional("zone")?.Text(),
        AgentId = o.Optional("agentId")?.Text(),
        Status = o.Optional("status")?.Choice<LifecycleStatus>() ?? LifecycleStatus.Active,
        Traits = o.Optional("traits")?.List(DocumentLimits.ListLengthMax, static value => value.Text()) ?? [],
        Sovereignty = o.Optional("sovereignty")?.Members(ProfileReader.Override) ?? SovereigntyProfile.None,
        Inventories = o.Optional("inventories") is { } inventories ? Inventories(inventories) : [],
        PriceBook = o.Optional("priceBook")?.Map(
            DocumentLimits.ResourceClassesMax, NameRules.ResourceClass, static value => value.Number(0, DocumentLimits.PriceMax)),
        Offers = o.Optional("offers")?.List(DocumentLimits.OffersPerPoolMax, static value => value.Members(Offer)) ?? [],
    };

    public static SortedMap<InventoryDocument> Inventories(ValueReader value) =>
        value.Map(DocumentLimits.ResourceClassesMax, NameRules.ResourceClass, static entry => entry.Members(Inventory));

    /// <summary>Amounts per class, not empty.</summary>
    public static SortedMap<long> Amounts(ValueReader value)
    {
        SortedMap<long> amounts = value.Map(
            DocumentLimits.ResourceClassesMax, NameRules.ResourceClass, static entry => entry.Whole(1, DocumentLimits.AmountMax));
        if (value.IsEmptyObject) value.Fault("The resources must name at least one resource class.");
        return amounts;
    }

    private static InventoryDocument Inventory(ObjectReader o)
    {
        InventoryDocument inventory = new()
        {
            Total = o.Required("total").Whole(0, DocumentLimits.AmountMax),
            Reserved = o.Optional("reserved")?.Whole(0, DocumentLimits.AmountMax) ?? 0,
            AllocationRatio = o.Optional("allocationRatio")?.Number(
                0, DocumentLimits.AllocationRatioMax, DocumentLimits.AllocationRatioDecimalsMax) ?? 1,
            MinUnit = o.Optional("minUnit")?.Whole(1, DocumentLimits.AmountMax) ?? 1,
            MaxUnit = o.Optional("maxUnit")?.Whole(1, DocumentLimits.AmountMax),
            StepSize = o.Optional("stepSize")?.Whole(1, DocumentLimits.AmountMax) ?? 1,
        };
        if (inventory.MaxUnit < inventory.MinUnit) o.Fault("The inventory's maxUnit is below its minUnit. Maybe they are exchanged.");
        return inventory;
    }

    private static OfferDocument Offer(ObjectReader o) => new()
    {
        Id = o.Required("id").Id(),
        Resources = Amounts(o.Required("resources")),
        PricePerHour = o.Required("pricePerHour").Number(0, DocumentLimits.PriceMax),
    };
}
