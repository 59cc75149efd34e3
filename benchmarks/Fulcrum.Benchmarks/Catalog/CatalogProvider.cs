namespace Fulcrum.Benchmarks.Catalog;

/// <summary>A provider as the catalogue lists it.</summary>
/// <param name="Country">Seat.</param>
/// <param name="Certifications">Schemes it names, partly by its own declaration.</param>
/// <param name="FreeEgressTerabytes">Traffic without charge per month; null is without limit or not stated.</param>
internal sealed record CatalogProvider(string Country, IReadOnlyList<string> Certifications, decimal? FreeEgressTerabytes);
