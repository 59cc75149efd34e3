using Fulcrum.Contracts.Documents;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Catalog;

/// <summary>
/// Makes federations of any size out of the catalogue's providers, offers, countries, certificates and latencies. Beyond 34 members, fictional ones
/// copy a real one with other prices. How large pools are, fees, prices of egress and zones are not in the catalogue and come from the seed.
/// </summary>
internal sealed class CatalogFederation
{
    private readonly IReadOnlyList<LocationDocument> _locations;
    private readonly IReadOnlyList<LinkDocument> _links;
    private readonly CatalogSource[] _sources;

    /// <summary>Reads the catalogue.</summary>
    public CatalogFederation(CatalogFolder folder)
    {
        (_locations, _links) = (folder.ReadLocations(), folder.ReadLinks());
        IReadOnlyDictionary<string, CatalogProvider> providers = folder.ReadProviders();
        _sources =
        [
            .. folder.ReadOffers().GroupBy(static offer => offer.Provider).OrderBy(static offers => offers.Key, StringComparer.Ordinal)
                .Select(offers => new CatalogSource(offers.Key, providers[offers.Key], Homes(offers.Key, providers[offers.Key]), [.. offers])),
        ];
    }

    /// <summary>Places of the federation.</summary>
    public IReadOnlyList<LocationDocument> Locations => _locations;

    /// <summary>A federation of a number of pools.</summary>
    public FederationDocument Generate(int pools, long seed)
    {
        SeededRandom random = new(seed);
        List<ProviderDocument> members = [];
        List<ResourcePoolDocument> made = [];
        while (made.Count < pools)
        {
            CatalogSource source = _sources[members.Count % _sources.Length];
            CatalogMember member = new(random, source, copy: members.Count / _sources.Length, _locations);
            members.Add(member.Provider());
            made.AddRange(member.Pools(pools - made.Count));
        }

        return new FederationDocument { Locations = [.. _locations], Links = [.. _links], Providers = [.. members], ResourcePools = [.. made] };
    }

    private LocationDocument[] Homes(string id, CatalogProvider provider)
    {
        IReadOnlyList<string> countries = ProviderCountries.Of(id, provider.Country);
        return [.. _locations.Where(place => countries.Contains(place.Country, StringComparer.Ordinal))];
    }
}
