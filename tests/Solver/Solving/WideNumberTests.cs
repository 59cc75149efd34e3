using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Tests.Oracle;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Problems whose constraints exceed 64 bits are solved as exactly as all others.</summary>
public sealed class WideNumberTests
{
    private const int Problems = 1_500;
    private const decimal LastDigit = 0.0000000000000000000000000001m;
    private const decimal Dear = 100_000m;

    [Fact]
    public void Egress_prices_with_28_decimals() => AgreesWithEnumeration(problem => problem with
    {
        Providers = [.. problem.Providers.Select((provider, index) => provider with { Egress = Nudge(provider.Egress, (index % 3) - 1) })],
    });

    [Fact]
    public void Shares_of_very_dear_replicas() => AgreesWithEnumeration(problem => problem with
    {
        Pools = [.. problem.Pools.Select(pool => pool with
        {
            Offers = [.. pool.Offers.Select(offer => offer with { PricePerHour = offer.PricePerHour * Dear })],
            PriceBook = pool.PriceBook?.ToDictionary(entry => entry.Key, entry => entry.Value * Dear),
        })],
        Order = problem.Order with
        {
            Objective = problem.Order.Objective.Mode == ObjectiveMode.Weighted ? Objective.Default : problem.Order.Objective,
            Policy = problem.Order.Policy with { BudgetMicros = null, MaxProviderShareMillionths = problem.Order.Policy.MaxProviderShareMillionths ?? 600_000 },
        },
    });

    private static EgressTariff? Nudge(EgressTariff? tariff, int digits) =>
        tariff is null ? null : tariff with { PricePerGiB = tariff.PricePerGiB + (digits * LastDigit) };

    private static void AgreesWithEnumeration(Func<PlacementProblem, PlacementProblem> change)
    {
        int feasible = 0;
        foreach ((long seed, PlacementProblem generated, _) in OracleRun.Problems.Take(Problems))
        {
            PlacementProblem problem = change(generated);
            OracleAnswer answer = BruteForce.Solve(problem);
            PlacementResult result = problem.Solve();
            result.Status.ShouldBe(answer.IsFeasible ? PlacementStatus.Optimal : PlacementStatus.Infeasible, $"seed {seed}");
            if (!answer.IsFeasible) continue;
            result.Certificate!.Objective.ShouldBe(answer.Objective, $"seed {seed}");
            feasible++;
        }

        feasible.ShouldBeGreaterThan(0);
    }
}
