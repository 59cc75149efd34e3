using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>What an order demands as a whole, beside its sovereignty gate.</summary>
internal sealed class PolicyDemands(PlacementProblem problem)
{
    private const int WholeMillionths = 1_000_000;

    private readonly OrderPolicy _policy = problem.Order.Policy;

    /// <summary>Providers, their shares, and the budget.</summary>
    public IEnumerable<Demand> All()
    {
        if (_policy.MinProviders is { } least)
        {
            yield return Demand("minProviders", $"the order uses at least {Wording.Counted(least, "provider")}", DemandKind.Providers, static policy => policy with { MinProviders = null }) with
            {
                Changes = _ => new MonotoneChanges(least - 1, step => Change(
                    $"{Wording.Counted(least - 1 - step, "provider")} instead of {least}", policy => policy with { MinProviders = (int)(least - 1 - step) })),
            };
        }

        if (_policy.MaxProviders is { } most)
        {
            yield return Demand("maxProviders", $"the order uses at most {Wording.Counted(most, "provider")}", DemandKind.Rule, static policy => policy with { MaxProviders = null }) with
            {
                Changes = _ => new MonotoneChanges(Math.Max(0, problem.Providers.Count - most), step => Change(
                    $"{Wording.Counted(most + 1 + step, "provider")} instead of {most}", policy => policy with { MaxProviders = (int)(most + 1 + step) })),
            };
        }

        if (_policy.MaxProviderShareMillionths is { } share)
        {
            yield return Demand("maxProviderShare", $"no provider has more than a share of {Wording.Share(share)} of the replica prices", DemandKind.Providers, static policy => policy with { MaxProviderShareMillionths = null }) with
            {
                Changes = _ => new MonotoneChanges(Math.Max(0, WholeMillionths - share), step => Change(
                    $"a share of {Wording.Share(share + 1 + step)} instead of {Wording.Share(share)}", policy => policy with { MaxProviderShareMillionths = (int)(share + 1 + step) })),
            };
        }

        if (_policy.BudgetMicros is { } budget)
        {
            yield return Demand("budgetMonthly", $"the order costs at most {Wording.Euros(budget)} EUR per month", DemandKind.Budget, static policy => policy with { BudgetMicros = null });
        }
    }

    private static Demand Demand(string member, string text, DemandKind kind, Func<OrderPolicy, OrderPolicy> without) =>
        new($"policy.{member}", text, kind, [], order => order.WithPolicy(without));

    private static Change Change(string text, Func<OrderPolicy, OrderPolicy> edit) => new(text, order => order.WithPolicy(edit));
}
