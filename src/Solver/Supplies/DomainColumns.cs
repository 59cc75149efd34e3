using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>Which domain of each kind every pool lies in: equal numbers are the same domain.</summary>
internal sealed class DomainColumns
{
    private readonly int[] _pools;
    private readonly int[] _zones;
    private readonly int[] _locations;
    private readonly int[] _countries;
    private readonly int[] _providers;
    private readonly int[] _sites;

    /// <summary>Reads the domains of every pool.</summary>
    public DomainColumns(Market market, IReadOnlyList<ResourcePool> pools)
    {
        Interner<(int, int, string?, int)> zones = new();
        Interner<string> countries = new(StringComparer.Ordinal);
        Interner<(int, int)> sites = new();
        int[] countryOf = [.. market.Locations.Select(location => countries[location.Country])];
        _pools = [.. Enumerable.Range(0, pools.Count)];
        _locations = [.. pools.Select(pool => pool.Location)];
        _providers = [.. pools.Select(pool => pool.Provider)];
        _countries = [.. pools.Select(pool => countryOf[pool.Location])];
        foreach (ResourcePool pool in pools.OrderBy(static pool => pool.Provider)) _ = sites[(pool.Provider, pool.Location)];
        _sites = [.. pools.Select(pool => sites.Find((pool.Provider, pool.Location)))];
        _zones = [.. pools.Select((pool, index) => zones[(pool.Provider, pool.Location, pool.Zone, pool.Zone is null ? index : -1)])];
        Sites = [.. sites.Values];
        CountryOfLocation = countryOf;
    }

    /// <summary>Provider and location of each site, by its number; sites of a provider follow each other.</summary>
    public (int Provider, int Location)[] Sites { get; }

    /// <summary>Number of the country, by location.</summary>
    public int[] CountryOfLocation { get; }

    /// <summary>Pools of the same provider at the same location: traffic between them does not leave.</summary>
    public int[] SiteOf => _sites;

    /// <summary>Provider by pool.</summary>
    public int[] ProviderOf => _providers;

    /// <summary>Location by pool.</summary>
    public int[] LocationOf => _locations;

    /// <summary>Bytes that the columns take.</summary>
    public long Bytes => 6L * sizeof(int) * _pools.Length;

    /// <summary>Number of the domain of a kind, by pool.</summary>
    public int[] this[Domain kind] => kind switch
    {
        Domain.Pool => _pools,
        Domain.Zone => _zones,
        Domain.Location => _locations,
        Domain.Country => _countries,
        Domain.Provider => _providers,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of domain."),
    };
}
