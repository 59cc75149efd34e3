using System.Globalization;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Contracts.Documents;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Catalog;

/// <summary>A member of a federation: a real provider, or a fictional one like it.</summary>
internal sealed class CatalogMember
{
    private const decimal GiBPerTerabyte = 931.322575m;
    private const int OffersMax = 12;
    private const int PriceDecimals = 6;
    private const int VcpuPerUnit = 32;
    private const int VcpuUnitsMax = 64;
    private const int MemoryMiBPerVcpu = 6144;
    private const int PlacesMax = 3;
    private const int ElsewherePercent = 30;
    private const int LapsedPercent = 10;

    private static readonly string[] Zones = ["a", "b", "c"];

    private readonly SeededRandom _random;
    private readonly CatalogSource _source;
    private readonly IReadOnlyList<LocationDocument> _locations;
    private readonly string _id;
    private readonly string _architecture;
    private readonly OfferDocument[] _offers;
    private readonly bool _isReal;

    /// <summary>Copy 0 is the real provider.</summary>
    public CatalogMember(SeededRandom random, CatalogSource source, int copy, IReadOnlyList<LocationDocument> locations)
    {
        (_random, _source, _locations, _isReal) = (random, source, locations, copy == 0);
        _id = _isReal ? source.Id : string.Create(CultureInfo.InvariantCulture, $"{source.Id}-like-{copy}");
        IGrouping<string, CatalogOffer>[] ranges = [.. source.Offers.GroupBy(static offer => offer.Architecture)];
        IGrouping<string, CatalogOffer> range = random.Pick(ranges);
        _architecture = range.Key;
        decimal factor = _isReal ? 1 : random.Between(0.7m, 1.4m, 3);
        _offers = [.. Chosen([.. range.DistinctBy(static offer => offer.Id).OrderBy(static offer => offer.Vcpu).ThenBy(static offer => offer.MemoryMiB)]).Select(offer => ToOffer(offer, factor))];
    }

    /// <summary>The member itself.</summary>
    public ProviderDocument Provider()
    {
        decimal fee = _random.Between(5m, 40m, 2);
        decimal egress = _random.Between(0.01m, 0.09m, 4);
        string seat = _source.Provider.Country;
        return new ProviderDocument
        {
            Id = _id,
            FeePerOrderMonthly = fee,
            Egress = _source.Provider.FreeEgressTerabytes is { } free ? new EgressDocument { PricePerGiB = egress, FreeGiBMonthly = decimal.Round(free * GiBPerTerabyte) } : null,
            Sovereignty = new SovereigntyProfile
            {
                Seat = seat,
                Controllers = [new ControllerDocument { Country = seat, Share = 1 }],
                StaffCountries = [seat],
                RemoteAdministrationFrom = [],
                KeyCustody = _random.Chance(50) ? "customer" : "provider",
                DataCountries = [seat],
                Certificates = [.. _source.Provider.Certifications.Select(Certificate)],
            },
        };
    }

    /// <summary>Its pools, one per zone, in one to three places; no more than a number.</summary>
    public IEnumerable<ResourcePoolDocument> Pools(int most)
    {
        List<LocationDocument> places = [];
        int wanted = _random.Between(1, PlacesMax);
        for (int i = 0; i < wanted; i++) places.Add(Place());
        (LocationDocument Place, string Zone)[] zones = [.. places.Distinct().SelectMany(place => Zones.Take(_random.Between(1, Zones.Length)).Select(zone => (place, zone)))];
        return zones.Take(most).Select(zone => Pool(zone.Place, zone.Zone)).ToArray();
    }

    private LocationDocument Place()
    {
        bool isElsewhere = _source.Homes.Count == 0 || (!_isReal && _random.Chance(ElsewherePercent));
        return _random.Pick(isElsewhere ? _locations : _source.Homes);
    }

    private ResourcePoolDocument Pool(LocationDocument place, string zone)
    {
        long vcpu = VcpuPerUnit * _random.Between(1, _random.Between(1, VcpuUnitsMax));
        return new ResourcePoolDocument
        {
            Id = $"{_id}-{place.Id}-{zone}",
            ProviderId = _id,
            LocationId = place.Id,
            Zone = zone,
            Traits = ["service:vm", _architecture],
            Inventories =
            [
                new("vcpu", new InventoryDocument { Total = vcpu }),
                new("memoryMiB", new InventoryDocument { Total = vcpu * MemoryMiBPerVcpu }),
            ],
            Offers = [.. _offers],
        };
    }

    /// <summary>A certificate of a fictional member may have lapsed.</summary>
    private CertificateDocument Certificate(string scheme)
    {
        DateOnly decided = DateOnly.FromDateTime(SyntheticProblems.DecidedAt.UtcDateTime);
        bool isLapsed = !_isReal && _random.Chance(LapsedPercent);
        return new CertificateDocument { Scheme = scheme, ValidTo = isLapsed ? decided.AddDays(-1) : null };
    }

    /// <summary>A catalogue of hundreds of shapes would be the same shape many times: some are chosen, from the smallest to the largest.</summary>
    private IEnumerable<CatalogOffer> Chosen(CatalogOffer[] sorted)
    {
        int count = Math.Min(OffersMax, sorted.Length);
        for (int i = 0; i < count; i++)
        {
            int first = i * sorted.Length / count;
            yield return sorted[first + _random.Below(((i + 1) * sorted.Length / count) - first)];
        }
    }

    private static OfferDocument ToOffer(CatalogOffer offer, decimal factor) => new()
    {
        Id = offer.Id,
        Resources = [new("vcpu", offer.Vcpu), new("memoryMiB", offer.MemoryMiB)],
        PricePerHour = decimal.Round(offer.PricePerHour * factor, PriceDecimals),
    };
}
