using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>A market of one provider with one pool.</summary>
internal static class SmallMarket
{
    public const string PoolId = "only-pool";
    public const long ReplicaVcpu = 2;

    public static FederationDocument Of(long vcpu) => new()
    {
        Locations = [new LocationDocument { Id = "fr-par", Country = "FR", Latitude = 48.857, Longitude = 2.352 }],
        Providers = [new ProviderDocument { Id = "only" }],
        ResourcePools =
        [
            new ResourcePoolDocument
            {
                Id = PoolId,
                ProviderId = "only",
                LocationId = "fr-par",
                Inventories = SortedMap.Create<InventoryDocument>([KeyValuePair.Create("vcpu", new InventoryDocument { Total = vcpu })]),
                PriceBook = SortedMap.Create<decimal>([KeyValuePair.Create("vcpu", 0.01m)]),
            },
        ],
    };

    public static OrderDocument Order(string id) => new()
    {
        Id = id,
        ConsumerId = "acme",
        Items = [new OrderItemDocument { Id = "vm", Quantity = 1, Resources = SortedMap.Create<long>([KeyValuePair.Create("vcpu", ReplicaVcpu)]) }],
    };
}
