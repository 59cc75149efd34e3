using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Reading;

/// <summary>Reads providers.</summary>
internal static class ProviderReader
{
    public static ProviderDocument Provider(ObjectReader o) => new()
    {
        Id = o.Required("id").Id(),
        Name = o.Optional("name")?.Text(),
        Status = o.Optional("status")?.Choice<LifecycleStatus>() ?? LifecycleStatus.Active,
        FeePerOrderMonthly = o.Optional("feePerOrderMonthly")?.Number(0, DocumentLimits.MonthlyMoneyMax) ?? 0,
        Egress = o.Optional("egress")?.Members(Egress),
        Sovereignty = o.Optional("sovereignty")?.Members(ProfileReader.Facts) ?? SovereigntyProfile.None,
    };

    private static EgressDocument Egress(ObjectReader o) => new()
    {
        PricePerGiB = o.Required("pricePerGiB").Number(0, DocumentLimits.PriceMax),
        FreeGiBMonthly = o.Optional("freeGiBMonthly")?.Number(0, DocumentLimits.TrafficGiBMax) ?? 0,
    };
}
