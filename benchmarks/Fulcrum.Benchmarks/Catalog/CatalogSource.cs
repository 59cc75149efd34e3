using Fulcrum.Contracts.Documents;

namespace Fulcrum.Benchmarks.Catalog;

/// <summary>A real provider, of which members are made.</summary>
/// <param name="Id">Id in the catalogue.</param>
/// <param name="Provider">What the catalogue says of it.</param>
/// <param name="Homes">Places in the countries where it has data centres; may be empty.</param>
/// <param name="Offers">What it sells.</param>
internal sealed record CatalogSource(string Id, CatalogProvider Provider, IReadOnlyList<LocationDocument> Homes, IReadOnlyList<CatalogOffer> Offers);
