using Fulcrum.Solver.Batches;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Tests.Oracle;

namespace Fulcrum.Solver.Tests.Batches;

/// <summary>Several orders together get what enumeration of all their plans together finds.</summary>
public sealed class BatchOracleTests(ITestOutputHelper output)
{
    private const long Seed = 67_000_000;
    private const int Problems = 300;
    private const int PlansMax = 400;
    private const long CombinationsMax = 40_000;

    private static readonly PlacementSolver Solver = new(TimeProvider.System);
    private static readonly SolveOptions Options = new() { TimeLimit = TimeSpan.FromMinutes(2) };

    public enum Market
    {
        /// <summary>Generated with every rule; pools are short of everything.</summary>
        Composite,

        /// <summary>Few small pools, and orders that come later are tied to some of them.</summary>
        Tied,
    }

    [Theory]
    [InlineData(Market.Composite, 0)]
    [InlineData(Market.Tied, Problems / 10)]
    public void A_batch_places_the_most_orders_at_the_least_sum_by_enumeration(Market kind, int placedMoreMin)
    {
        int compared = 0, gained = 0, placedMore = 0;
        for (long seed = Seed; seed < Seed + Problems; seed++)
        {
            (PlacementProblem market, Order[] orders) = kind == Market.Composite ? Batch(seed) : TiedOrders.Batch(seed);
            IReadOnlyList<(Plan Plan, Int128 Worth)>[] plans = [.. orders.Select(order => PlansOf(market with { Order = order }))];
            if (plans.Any(static some => some.Count > PlansMax) || plans.Aggregate(1L, static (product, some) => product * (some.Count + 1)) > CombinationsMax) continue;
            BatchResult batch = new BatchSolver(Solver, TimeProvider.System).Solve(market, orders, Options, TestContext.Current.CancellationToken);
            (int placed, Int128 sum) = Best(market, orders, plans);
            batch.Placed.ShouldBe(placed, $"seed {seed}");
            batch.Objective.ShouldBe(sum, $"seed {seed}");
            batch.Status.ShouldBe(PlacementStatus.Optimal, $"seed {seed}");
            batch.Bound.ShouldBe(sum, $"seed {seed}");
            Fits(market, orders, [.. batch.Orders.Select(static result => result.Plan)]).ShouldBeTrue($"seed {seed}");
            foreach ((PlacementResult result, Order order) in batch.Orders.Zip(orders))
            {
                if (result.Plan is null) continue;
                PlacementProblem problem = market with { Order = order };
                PlanChecker.Check(problem, ClaimedPlan.Of(problem, result.Plan, result.Score, result.Certificate)).Violations.ShouldBeEmpty($"seed {seed}");
            }

            (batch.FirstComePlaced, batch.Gain).ShouldBe(FirstCome(market, orders, batch), $"seed {seed}");
            batch.MorePlaced.ShouldBe(placed - batch.FirstComePlaced, $"seed {seed}");
            compared++;
            if (batch.Gain > 0) gained++;
            if (batch.MorePlaced > 0) placedMore++;
        }

        output.WriteLine($"{compared} batches, {gained} cheaper and {placedMore} larger than first come, first served.");
        compared.ShouldBeGreaterThan(Problems / 3);
        gained.ShouldBeGreaterThan(0);
        placedMore.ShouldBeGreaterThanOrEqualTo(placedMoreMin);
    }

    [Fact]
    public void A_batch_of_too_many_orders_is_refused()
    {
        (PlacementProblem market, Order[] orders) = Batch(Seed);
        Order[] many = [.. Enumerable.Repeat(orders[0], BatchSolver.OrdersMax + 1)];
        Should.Throw<ArgumentException>(() => new BatchSolver(Solver, TimeProvider.System).Solve(market, many, Options, TestContext.Current.CancellationToken));
    }

    /// <summary>A generated order and parts of it again, on pools that are short of everything.</summary>
    private static (PlacementProblem Market, Order[] Orders) Batch(long seed)
    {
        PlacementProblem problem = ProblemGenerator.Generate(seed);
        Prng random = new((ulong)seed);
        Order order = problem.Order with { Objective = Objective.Default };
        Order second = order with { Id = $"{order.Id}-b", Relations = [], Items = [order.Items[^1]], Policy = new OrderPolicy() };
        Order third = order with { Id = $"{order.Id}-c", Relations = [], Items = [order.Items[0] with { Quantity = 1, Spread = [], Survive = [] }], Policy = new OrderPolicy { MaxProviders = 1 } };
        ResourcePool[] pools = [.. problem.Pools.Select(pool => pool with
        {
            Inventories = pool.Inventories.ToDictionary(static entry => entry.Key, entry => entry.Value with { Total = entry.Value.Total * random.Between(3, 8) / 10, Reserved = 0 }),
        })];
        return (problem with { Pools = pools }, [order, second, third]);
    }

    private static List<(Plan Plan, Int128 Worth)> PlansOf(PlacementProblem problem)
    {
        List<(Plan, Int128)> plans = [];
        if (BruteForce.CountPlans(problem, new NaiveJudge(problem)) > PlansMax) return [.. new (Plan, Int128)[PlansMax + 1]];
        BruteForce.Solve(problem, plan =>
        {
            plans.Add((plan, Worth.Of(PlanChecker.Evaluate(problem, plan).Score!).Weighted(problem.Order.Objective)));
            return true;
        });
        return plans;
    }

    private static (int Placed, Int128 Sum) Best(PlacementProblem market, Order[] orders, IReadOnlyList<(Plan Plan, Int128 Worth)>[] plans)
    {
        (int Placed, Int128 Sum) best = (0, 0);
        foreach ((Plan Plan, Int128 Worth)? first in Choices(plans[0]))
        {
            foreach ((Plan Plan, Int128 Worth)? second in Choices(plans[1]))
            {
                foreach ((Plan Plan, Int128 Worth)? third in Choices(plans[2]))
                {
                    int placed = (first is null ? 0 : 1) + (second is null ? 0 : 1) + (third is null ? 0 : 1);
                    Int128 sum = (first?.Worth ?? 0) + (second?.Worth ?? 0) + (third?.Worth ?? 0);
                    if (placed < best.Placed || (placed == best.Placed && sum >= best.Sum)) continue;
                    if (Fits(market, orders, [first?.Plan, second?.Plan, third?.Plan])) best = (placed, sum);
                }
            }
        }

        return best;
    }

    private static IEnumerable<(Plan Plan, Int128 Worth)?> Choices(IEnumerable<(Plan Plan, Int128 Worth)> plans) =>
        plans.OrderBy(static plan => plan.Worth).Select(static plan => ((Plan, Int128)?)plan).Append(null);

    private static (int Placed, Int128? Gain) FirstCome(PlacementProblem market, Order[] orders, BatchResult batch)
    {
        PlacementProblem left = market;
        int placed = 0;
        Int128 sum = 0;
        foreach (Order order in orders)
        {
            PlacementProblem problem = left with { Order = order };
            PlacementResult result = Solver.Solve(problem, Options, TestContext.Current.CancellationToken);
            if (result.Plan is not { } plan) continue;
            placed++;
            sum += result.Certificate!.Objective;
            left = left with { Pools = [.. left.Pools.Select((pool, index) => Claimed(pool, order, plan.Lines.Where(line => line.Pool == index)))] };
        }

        return (placed, placed == batch.Placed ? sum - batch.Objective : null);
    }

    private static ResourcePool Claimed(ResourcePool pool, Order order, IEnumerable<PlanLine> lines)
    {
        Dictionary<string, Inventory> inventories = new(pool.Inventories);
        foreach (PlanLine line in lines)
        {
            foreach ((string name, long amount) in Consumption(pool, order, line)) inventories[name] = inventories[name] with { Claimed = inventories[name].Claimed + (amount * line.Quantity) };
        }

        return pool with { Inventories = inventories };
    }

    private static bool Fits(PlacementProblem market, Order[] orders, IReadOnlyList<Plan?> plans)
    {
        Dictionary<(int Pool, string Class), long> used = [];
        foreach ((Plan? plan, Order order) in plans.Zip(orders))
        {
            foreach (PlanLine line in plan?.Lines ?? [])
            {
                foreach ((string name, long amount) in Consumption(market.Pools[line.Pool], order, line)) used[(line.Pool, name)] = used.GetValueOrDefault((line.Pool, name)) + (amount * line.Quantity);
            }
        }

        return used.All(use => use.Value <= FreeOf(market.Pools[use.Key.Pool].Inventories[use.Key.Class]));
    }

    private static IReadOnlyDictionary<string, long> Consumption(ResourcePool pool, Order order, PlanLine line) =>
        line.Offer == PlanLine.FreeForm ? order.Items[line.Item].Resources : pool.Offers[line.Offer].Resources;

    private static long FreeOf(Inventory inventory) =>
        Math.Max(0, (long)Math.Floor(Math.Max(0, inventory.Total - inventory.Reserved) * inventory.AllocationRatio) - inventory.Claimed);
}
