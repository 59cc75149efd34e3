using Fulcrum.Benchmarks.Comparison;
using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Tests.Comparison;

public sealed class BuyerTests
{
    /// <summary>The first pool is dear and small; the second is cheap; the third is the cheapest, of a provider with a fee.</summary>
    private static readonly PlacementProblem Problem = new()
    {
        Market = new Market([new Location("city", "FR", 0, 0)], LatencyMatrix.Build([new Location("city", "FR", 0, 0)], [])),
        Providers = [new Provider { Id = "a" }, new Provider { Id = "b", FeePerOrderMicros = 1_000_000_000 }],
        Pools = [Pool("dear", 0, total: 1, price: 3), Pool("cheap", 0, total: 10, price: 2), Pool("cheapest", 1, total: 10, price: 1)],
        Order = new Order { Id = "order", Items = [new OrderItem { Id = "web", Quantity = 2, Resources = Vcpu(1) }] },
        DecidedAt = SyntheticProblems.DecidedAt,
    };

    [Fact]
    public void First_match_takes_pools_in_their_order_as_long_as_they_have_room() =>
        new FirstMatch().Choose(Problem)!.Lines.ShouldBe([new PlanLine(0, 0, PlanLine.FreeForm, 1), new PlanLine(0, 1, PlanLine.FreeForm, 1)]);

    [Fact]
    public void Cheapest_candidate_does_not_see_fees() =>
        new CheapestCandidate().Choose(Problem)!.Lines.ShouldBe([new PlanLine(0, 2, PlanLine.FreeForm, 2)]);

    [Fact]
    public void Greedy_best_fit_sees_fees() =>
        new GreedyBestFit().Choose(Problem)!.Lines.ShouldBe([new PlanLine(0, 1, PlanLine.FreeForm, 2)]);

    [Fact]
    public void Without_room_there_is_no_plan()
    {
        PlacementProblem large = Problem with { Order = Problem.Order with { Items = [Problem.Order.Items[0] with { Quantity = 100 }] } };

        BuyerComparison.Buyers.ShouldAllBe(buyer => buyer.Choose(large) == null);
    }

    [Fact]
    public void Nobody_who_obeys_the_order_pays_less_than_the_best_plan()
    {
        IContender solver = ContenderFactory.Create(ContenderKind.Fulcrum, TimeProvider.System, workers: 1);
        SyntheticProblems source = new();
        for (int seed = 1; seed <= 8; seed++)
        {
            PlacementProblem problem = source.Create(60, items: 3, OrderFamily.Composite, seed);
            Answer best = solver.Solve(problem, TimeSpan.FromSeconds(30));
            if (best.Status != PlacementStatus.Optimal) continue;

            foreach (Purchase purchase in BuyerComparison.Compare(problem, best.Plan!).Where(static purchase => purchase.Outcome == PurchaseOutcome.Valid))
            {
                purchase.ValueRatio!.Value.ShouldBeGreaterThanOrEqualTo(1, $"{purchase.Buyer}, seed {seed}");
            }
        }
    }

    private static ResourcePool Pool(string id, int provider, long total, decimal price) => new()
    {
        Id = id,
        Provider = provider,
        Location = 0,
        Inventories = new Dictionary<string, Inventory>(StringComparer.Ordinal) { ["vcpu"] = new() { Total = total } },
        PriceBook = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["vcpu"] = price },
    };

    private static Dictionary<string, long> Vcpu(long amount) => new(StringComparer.Ordinal) { ["vcpu"] = amount };
}
