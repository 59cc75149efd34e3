using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Comparison;

/// <summary>Has the simple ways choose for an order, and values their plans beside the best one.</summary>
internal static class BuyerComparison
{
    /// <summary>The simple ways.</summary>
    public static IReadOnlyList<IBuyer> Buyers { get; } = [new FirstMatch(), new CheapestCandidate(), new GreedyBestFit()];

    /// <summary>What each way comes to, given the best plan.</summary>
    /// <exception cref="Solving.WrongAnswerException">The best plan breaks a rule.</exception>
    public static IReadOnlyList<Purchase> Compare(PlacementProblem problem, Plan best)
    {
        Int128 value = PlanValue.Of(problem, best);
        long price = PlanChecker.Evaluate(problem, best).Score!.PriceMicros;
        return [.. Buyers.Select(buyer => Value(problem, buyer, price, value))];
    }

    private static Purchase Value(PlacementProblem problem, IBuyer buyer, long bestPrice, Int128 bestValue)
    {
        if (buyer.Choose(problem) is not { } plan) return new Purchase(buyer.Name, PurchaseOutcome.NoPlan, null, null);
        CheckReport report = PlanChecker.Evaluate(problem, plan);
        ScoreBreakdown score = report.Score!;
        return new Purchase(
            buyer.Name,
            report.IsValid ? PurchaseOutcome.Valid : PurchaseOutcome.BreaksRules,
            score.PriceMicros / (double)bestPrice,
            (double)PlanValue.Of(problem.Order.Objective, score) / (double)bestValue);
    }
}
