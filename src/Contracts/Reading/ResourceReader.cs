using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Reading;

/// <summary>
/// Reads documents as they come back to the API: what was read from it can be changed and sent again, because the members that the API
/// adds to a document are known here, and ignored.
/// </summary>
public static class ResourceReader
{
    /// <summary>Reads a location.</summary>
    public static ReadResult<LocationDocument> ReadLocation(ReadOnlyMemory<byte> utf8) => DocumentReader.Read(
        utf8, DocumentLimits.OrderBytesMax, static value => value.Members(Location));

    /// <summary>Reads a provider.</summary>
    public static ReadResult<ProviderDocument> ReadProvider(ReadOnlyMemory<byte> utf8) => DocumentReader.Read(
        utf8, DocumentLimits.OrderBytesMax, static value => value.Members(Provider));

    /// <summary>Reads a resource pool.</summary>
    public static ReadResult<ResourcePoolDocument> ReadResourcePool(ReadOnlyMemory<byte> utf8) => DocumentReader.Read(
        utf8, DocumentLimits.OrderBytesMax, static value => value.Members(Pool), static (pool, faults) => FederationValidator.ValidateOffers(pool, NodePath.Root, faults));

    private static LocationDocument Location(ObjectReader o)
    {
        LocationDocument location = MarketReader.Location(o);
        Ignore(o, "version");
        return location;
    }

    private static ProviderDocument Provider(ObjectReader o)
    {
        ProviderDocument provider = ProviderReader.Provider(o);
        RequireEuro(o);
        Ignore(o, "version", "resourcePoolIds", "pendingPools", "driftedAllocations");
        return provider;
    }

    private static ResourcePoolDocument Pool(ObjectReader o)
    {
        ResourcePoolDocument pool = ResourcePoolReader.Pool(o);
        RequireEuro(o);
        Ignore(o, "configVersion", "generation", "providerVersion", "capacity", "overcommitted", "holds", "allocations", "retired");
        return pool;
    }

    private static void RequireEuro(ObjectReader o)
    {
        if (o.Optional("currency") is { } currency) MarketReader.Currency(currency);
    }

    private static void Ignore(ObjectReader o, params ReadOnlySpan<string> names)
    {
        foreach (string name in names) o.Optional(name);
    }
}
