using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>A place where capacity or users are.</summary>
public sealed record LocationResource
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Name of the city.</summary>
    public string? City { get; init; }

    /// <summary>Degrees north, −90 … 90.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east, −180 … 180.</summary>
    public required double Longitude { get; init; }

    /// <summary>Version, which is also the entity tag; absent in lists.</summary>
    public long? Version { get; init; }

    /// <summary>The location as the outside sees it.</summary>
    public static LocationResource From(LocationDocument location) => From(location, version: null);

    /// <summary>The location as the outside sees it, with its version.</summary>
    public static LocationResource From(LocationDocument location, long? version) => new()
    {
        Id = location.Id,
        Country = location.Country,
        City = location.City,
        Latitude = location.Latitude,
        Longitude = location.Longitude,
        Version = version,
    };
}
