using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver.Model;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Catalog;

/// <summary>Real offers, providers, regions and latencies; made-up sizes, fees and orders.</summary>
/// <param name="folder">The catalogue.</param>
internal sealed class CatalogProblems(CatalogFolder folder) : IProblemSource
{
    private readonly MarketCache _markets = new(new CatalogFederation(folder).Generate);

    public string Description => "federations made of the catalogue";

    public PlacementProblem Create(int pools, int items, OrderFamily family, long seed) =>
        _markets.Create(pools, new OrderShape { Items = items, Family = family, HasDisk = false }, seed);
}
