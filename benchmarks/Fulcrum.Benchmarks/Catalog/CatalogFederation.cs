using System.Globalization;
using Fulcrum.Contracts.Documents;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Catalog;

/// <summary>
/// Makes federations of the catalogue's providers, offers, regions and latencies. Where a provider's pools are, how large they are, its fee and
/// its price of egress are not in the catalogue and come from the seed.
/// </summary>
internal sealed class CatalogFederation
{
    private const decimal GiBPerTerabyte = 931.322575m;
    private const int VcpuUnitsMax = 32;
    private const int VcpuPerUnit = 64;
    private const int MemoryMiBPerVcpu = 8192;
    private const int HomePercent = 60;

    private readonly IReadOnlyList<LocationDocument> _locations;
    private readonly IReadOnlyList<LinkDocument> _links;
    private readonly IReadOnlyDictionary<string, CatalogProvider> _providers;
    private readonly (string Provider, string Architecture, OfferDocument[] Offers)[] _ranges;

    public CatalogFederation(CatalogFolder folder)
    {
        (_locations, _links, _providers) = (folder.ReadLocations(), folder.ReadLinks(), folder.ReadProviders());
        _ranges =
        [
            .. folder.ReadOffers().GroupBy(static offer => (offer.Provider, offer.Architecture))
                .OrderBy(static range => range.Key.Provider, StringComparer.Ordinal).ThenBy(static range => range.Key.Architecture, StringComparer.Ordinal)
                .Select(static range => (range.Key.Provider, range.Key.Architecture, range.DistinctBy(static offer => offer.Id).Select(ToOffer).ToArray())),
        ];
    }

    /// <summary>Places of the federation.</summary>
    public IReadOnlyList<LocationDocument> Locations => _locations;

    /// <summary>A federation of a number of pools; each provider's range of offers is sold in as many pools as any other's, give or take one.</summary>
    public FederationDocument Generate(int pools, long seed)
    {
        SeededRandom random = new(seed);
        return new FederationDocument
        {
            Locations = [.. _locations],
            Links = [.. _links],
            Providers = [.. _providers.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(entry => Provider(random, entry.Key, entry.Value))],
            ResourcePools = [.. Enumerable.Range(0, pools).Select(number => Pool(random, number))],
        };
    }

    private static ProviderDocument Provider(SeededRandom random, string id, CatalogProvider provider)
    {
        decimal fee = random.Between(5m, 40m, 2);
        decimal egress = random.Between(0.01m, 0.09m, 4);
        return new ProviderDocument
        {
            Id = id,
            FeePerOrderMonthly = fee,
            Egress = provider.FreeEgressTerabytes is { } free ? new EgressDocument { PricePerGiB = egress, FreeGiBMonthly = decimal.Round(free * GiBPerTerabyte) } : null,
            Sovereignty = new SovereigntyProfile
            {
                Seat = provider.Country,
                Controllers = [new ControllerDocument { Country = provider.Country, Share = 1 }],
                DataCountries = [provider.Country],
                Certificates = [.. provider.Certifications.Select(static scheme => new CertificateDocument { Scheme = scheme })],
            },
        };
    }

    private ResourcePoolDocument Pool(SeededRandom random, int number)
    {
        (string provider, string architecture, OfferDocument[] offers) = _ranges[number % _ranges.Length];
        LocationDocument[] home = [.. _locations.Where(place => place.Country == _providers[provider].Country)];
        LocationDocument location = home.Length > 0 && random.Chance(HomePercent) ? random.Pick(home) : random.Pick(_locations);
        long vcpu = VcpuPerUnit * random.Between(1, VcpuUnitsMax);
        return new ResourcePoolDocument
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{provider}-{location.Id}-{number}"),
            ProviderId = provider,
            LocationId = location.Id,
            Traits = ["service:vm", architecture],
            Inventories =
            [
                new("vcpu", new InventoryDocument { Total = vcpu }),
                new("memoryMiB", new InventoryDocument { Total = vcpu * MemoryMiBPerVcpu }),
            ],
            Offers = [.. offers],
        };
    }

    private static OfferDocument ToOffer(CatalogOffer offer) =>
        new() { Id = offer.Id, Resources = [new("vcpu", offer.Vcpu), new("memoryMiB", offer.MemoryMiB)], PricePerHour = offer.PricePerHour };
}
