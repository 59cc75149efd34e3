namespace Fulcrum.Benchmarks.Catalog;

/// <summary>An offer as the catalogue lists it. Disks are mostly sold apart there, so offers come without.</summary>
/// <param name="Provider">Id of the provider.</param>
/// <param name="Id">Id, unique for the provider.</param>
/// <param name="Vcpu">Virtual processors.</param>
/// <param name="MemoryMiB">Memory.</param>
/// <param name="Architecture">Trait of the processor.</param>
/// <param name="PricePerHour">EUR.</param>
internal sealed record CatalogOffer(string Provider, string Id, long Vcpu, long MemoryMiB, string Architecture, decimal PricePerHour);
