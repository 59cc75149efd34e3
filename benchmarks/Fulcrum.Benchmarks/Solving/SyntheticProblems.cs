using Fulcrum.Solver.Model;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Solving;

/// <summary>Synthetic federations and orders.</summary>
public sealed class SyntheticProblems : IProblemSource
{
    /// <summary>The instant of every decision: gates depend on the day, so it is fixed.</summary>
    public static readonly DateTimeOffset DecidedAt = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly MarketCache _markets = new(static (pools, seed) => FederationGenerator.Generate(new FederationShape { Pools = pools, Seed = seed }));

    /// <inheritdoc/>
    public string Description => "synthetic federations";

    /// <inheritdoc/>
    public PlacementProblem Create(int pools, int items, OrderFamily family, long seed) =>
        _markets.Create(pools, new OrderShape { Items = items, Family = family }, seed);
}
