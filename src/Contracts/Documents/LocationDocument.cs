namespace Fulcrum.Contracts.Documents;

/// <summary>A place where capacity or users are.</summary>
[GenerateSerializer, Immutable, Alias("doc.location")]
public sealed record LocationDocument
{
    /// <summary>Identifier.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    [Id(1)] public required string Country { get; init; }

    /// <summary>Name of the city.</summary>
    [Id(2)] public string? City { get; init; }

    /// <summary>Degrees north, −90 … 90.</summary>
    [Id(3)] public required double Latitude { get; init; }

    /// <summary>Degrees east, −180 … 180.</summary>
    [Id(4)] public required double Longitude { get; init; }
}
