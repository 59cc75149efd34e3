using Fulcrum.Benchmarks.Solving;
using Fulcrum.Contracts.Documents;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Catalog;

/// <summary>Real offers, providers, regions and latencies; synthetic orders.</summary>
/// <param name="folder">The catalogue.</param>
/// <param name="family">Kind of orders.</param>
internal sealed class CatalogProblems(CatalogFolder folder, OrderFamily family) : IProblemSource
{
    private readonly CatalogFederation _federation = new(folder);

    public string Description => $"federations of the catalogue's offers, orders of the family {family.ToString().ToLowerInvariant()}";

    public PlacementProblem Create(int pools, int items, long seed)
    {
        OrderShape shape = new() { Items = items, Family = family, HasDisk = false };
        FederationDocument federation = _federation.Generate(pools, seed);
        return MarketTranslation.ToSnapshot(federation).ToProblem(Orders.Generate(federation, shape, seed), SyntheticProblems.DecidedAt);
    }
}
