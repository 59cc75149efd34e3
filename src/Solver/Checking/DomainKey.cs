namespace Fulcrum.Solver.Checking;

/// <summary>Identity of a domain among those of its kind; members that do not identify it are −1 or empty.</summary>
internal readonly record struct DomainKey(int Pool, int Provider, int Location, string Name)
{
    public static DomainKey OfPool(int pool) => new(pool, -1, -1, "");

    public static DomainKey OfProvider(int provider) => new(-1, provider, -1, "");

    public static DomainKey OfLocation(int location) => new(-1, -1, location, "");

    public static DomainKey OfCountry(string country) => new(-1, -1, -1, country);

    /// <summary>A named zone of a provider at a location.</summary>
    public static DomainKey OfZone(int provider, int location, string zone) => new(-1, provider, location, zone);
}
