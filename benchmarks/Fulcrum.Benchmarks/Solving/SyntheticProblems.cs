using Fulcrum.Contracts.Documents;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Solving;

/// <summary>Synthetic federations and orders.</summary>
/// <param name="family">Kind of orders.</param>
public sealed class SyntheticProblems(OrderFamily family) : IProblemSource
{
    /// <summary>The instant of every decision: gates depend on the day, so it is fixed.</summary>
    public static readonly DateTimeOffset DecidedAt = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public string Description => $"synthetic federations, orders of the family {family.ToString().ToLowerInvariant()}";

    /// <inheritdoc/>
    public PlacementProblem Create(int pools, int items, long seed)
    {
        FederationDocument federation = FederationGenerator.Generate(new FederationShape { Pools = pools, Seed = seed });
        OrderShape shape = new() { Items = items, Family = family };
        return MarketTranslation.ToSnapshot(federation).ToProblem(Orders.Generate(federation, shape, seed), DecidedAt);
    }
}
