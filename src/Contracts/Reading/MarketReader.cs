using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Reading;

/// <summary>Reads federations, locations and links.</summary>
internal static class MarketReader
{
    private const string Euro = "EUR";
    private const double LatitudeMax = 90;
    private const double LongitudeMax = 180;

    public static FederationDocument Federation(ObjectReader o) => new()
    {
        Currency = o.Optional("currency") is { } currency ? Currency(currency) : Euro,
        Locations = o.Optional("locations")?.List(DocumentLimits.LocationsMax, static value => value.Members(Location)) ?? [],
        Links = o.Optional("links") is { } links ? Links(links) : [],
        Providers = o.Optional("providers")?.List(DocumentLimits.ProvidersMax, static value => value.Members(ProviderReader.Provider)) ?? [],
        ResourcePools = o.Optional("resourcePools")?.List(
            DocumentLimits.ResourcePoolsMax, static value => value.Members(ResourcePoolReader.Pool)) ?? [],
    };

    public static LocationDocument Location(ObjectReader o) => new()
    {
        Id = o.Required("id").Id(),
        Country = o.Required("country").Country(),
        City = o.Optional("city")?.Text(),
        Latitude = o.Required("latitude").Real(-LatitudeMax, LatitudeMax),
        Longitude = o.Required("longitude").Real(-LongitudeMax, LongitudeMax),
    };

    public static ImmutableArray<LinkDocument> Links(ValueReader value) => value.List(DocumentLimits.LinksMax, static link => link.Members(Link));

    private static LinkDocument Link(ObjectReader o) => new()
    {
        From = o.Required("from").Id(),
        To = o.Required("to").Id(),
        LatencyMs = o.Required("latencyMs").Number(0, DocumentLimits.LatencyMsMax),
    };

    public static string Currency(ValueReader value)
    {
        string currency = value.Text();
        if (currency is not (Euro or ""))
        {
            value.Fault($"The currency ('{Excerpt.Of(currency)}') must be {Euro}, the market's. Maybe convert the prices.");
        }

        return currency;
    }
}
