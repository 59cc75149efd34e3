using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Checking;

/// <summary>Section "Order policy".</summary>
public sealed class PolicyTests
{
    private static readonly ClaimedPlan Uneven = Scenario.Of(("web", "par-1", "m4", 3), ("web", "fra-1", "m4", 1), ("db", "par-2", "m2", 2));

    [Fact]
    public void Providers_are_counted_over_the_order()
    {
        Scenario.Problem.WithPolicy(policy => policy with { MinProviders = 2, MaxProviders = 2 }).ShouldPass();
        Scenario.Problem.WithPolicy(policy => policy with { MinProviders = 3 }).ShouldViolate(ViolationRules.ProvidersMin);
        Scenario.Problem.WithPolicy(policy => policy with { MaxProviders = 1 }).ShouldViolate(ViolationRules.ProvidersMax);
    }

    /// <summary>158.556 EUR at alpina of 196.808 EUR are 0.8056379…</summary>
    [Theory]
    [InlineData(805_638, true)]
    [InlineData(805_637, false)]
    public void The_share_of_replica_prices_is_compared_exactly(int share, bool valid)
    {
        PlacementProblem problem = Scenario.Problem
            .WithProvider("alpina", provider => provider with { FeePerOrderMicros = 500_000_000 })
            .WithPolicy(policy => policy with { MaxProviderShareMillionths = share });
        if (valid) problem.ShouldPass(Uneven);
        else problem.ShouldViolate(ViolationRules.ProvidersShare, Uneven);
    }

    [Fact]
    public void Half_at_each_of_two_providers_is_half()
    {
        Scenario.Problem.WithPolicy(policy => policy with { MaxProviderShareMillionths = 500_000 }).ShouldPass();
        Scenario.Problem.WithPolicy(policy => policy with { MaxProviderShareMillionths = 499_999 }).ShouldViolate(ViolationRules.ProvidersShare);
    }

    [Fact]
    public void The_budget_holds_for_the_whole_price_term()
    {
        PlacementProblem problem = Scenario.Problem.WithProvider("alpina", provider => provider with { FeePerOrderMicros = 1_000_000 });
        long price = (4 * 38_252_000) + (2 * 12_410_000) + 1_000_000;
        problem.WithPolicy(policy => policy with { BudgetMicros = price }).ShouldPass();
        problem.WithPolicy(policy => policy with { BudgetMicros = price - 1 }).ShouldViolate(ViolationRules.Budget);
    }
}
