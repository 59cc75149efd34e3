using Fulcrum.Contracts.Documents;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Solving;

/// <summary>Makes problems of federations, and keeps the last federation for the orders that come next.</summary>
/// <param name="generate">Makes the federation of a number of pools and a seed.</param>
internal sealed class MarketCache(Func<int, long, FederationDocument> generate)
{
    private const int OrdersPerMarket = 10;

    private (int Pools, long Seed) _key = (-1, -1);
    private FederationDocument? _federation;
    private MarketSnapshot? _market;

    /// <summary>The problem of a seed.</summary>
    public PlacementProblem Create(int pools, OrderShape shape, long seed)
    {
        (int Pools, long Seed) key = (pools, seed / OrdersPerMarket);
        if (_federation is null || _market is null || key != _key)
        {
            _federation = generate(pools, key.Seed);
            (_market, _key) = (MarketTranslation.ToSnapshot(_federation), key);
        }

        return _market.ToProblem(Orders.Generate(_federation, shape, seed), SyntheticProblems.DecidedAt);
    }
}
