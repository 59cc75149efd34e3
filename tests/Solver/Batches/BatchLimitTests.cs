using Fulcrum.Solver.Batches;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Tests.Solving;

namespace Fulcrum.Solver.Tests.Batches;

/// <summary>Whenever time runs out, what is answered is true: plans fit together, bounds hold, and nothing is called proved that is not.</summary>
public sealed class BatchLimitTests
{
    private const int Pools = 60;
    private const int Items = 3;

    private static readonly PlacementSolver Solver = new(TimeProvider.System);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(50, 1)]
    [InlineData(300, 1)]
    [InlineData(0, 20)]
    [InlineData(10, 20)]
    [InlineData(50, 20)]
    [InlineData(300, 20)]
    [InlineData(1_000, 20)]
    public void What_is_answered_in_too_little_time_is_true(int milliseconds, int scarcity)
    {
        PlacementProblem market = Scarce(Federation.Generate(Pools, Items, 1), scarcity);
        Order[] orders = [.. Enumerable.Range(1, 4).Select(static seed => Federation.Generate(Pools, Items, seed).Order)];
        BatchResult batch = new BatchSolver(Solver, TimeProvider.System)
            .Solve(market, orders, new SolveOptions { TimeLimit = TimeSpan.FromMilliseconds(milliseconds) }, TestContext.Current.CancellationToken);
        batch.Orders.Count.ShouldBe(orders.Length);
        batch.Placed.ShouldBe(batch.Orders.Count(static result => result.Plan is not null));
        batch.MorePlaced.ShouldBeGreaterThanOrEqualTo(0);
        batch.Bound.ShouldBeLessThanOrEqualTo(batch.Objective);
        if (batch.Gain is { } gain) gain.ShouldBeGreaterThanOrEqualTo(0);
        foreach ((PlacementResult result, Order order) in batch.Orders.Zip(orders).Where(static entry => entry.First.Plan is not null))
        {
            PlacementProblem problem = market with { Order = order };
            PlanChecker.Check(problem, ClaimedPlan.Of(problem, result.Plan!, result.Score, result.Certificate)).Violations.ShouldBeEmpty();
        }

        Overbooked(market, orders, batch).ShouldBeEmpty();
    }

    [Fact]
    public void A_batch_that_is_given_up_ends()
    {
        PlacementProblem market = Scarce(Federation.Generate(Pools, Items, 1), 20);
        using CancellationTokenSource given = new();
        given.Cancel();
        Should.Throw<OperationCanceledException>(() => new BatchSolver(Solver, TimeProvider.System)
            .Solve(market, [.. Enumerable.Range(1, 4).Select(static seed => Federation.Generate(Pools, Items, seed).Order)], new SolveOptions { TimeLimit = TimeSpan.FromMinutes(2) }, given.Token));
    }

    private static PlacementProblem Scarce(PlacementProblem problem, int scarcity) => problem with
    {
        Pools = [.. problem.Pools.Select(pool => pool with { Inventories = pool.Inventories.ToDictionary(static entry => entry.Key, entry => entry.Value with { Total = entry.Value.Total / scarcity }) })],
    };

    private static IEnumerable<string> Overbooked(PlacementProblem market, Order[] orders, BatchResult batch) => batch.Orders
        .Zip(orders, (result, order) => (result.Plan?.Lines ?? []).SelectMany(line => order.Items[line.Item].Resources.Select(entry => (line.Pool, Class: entry.Key, Units: entry.Value * line.Quantity))))
        .SelectMany(static uses => uses)
        .GroupBy(static use => (use.Pool, use.Class))
        .Where(uses => uses.Sum(static use => use.Units) > market.Pools[uses.Key.Pool].Inventories[uses.Key.Class].Total)
        .Select(uses => $"{market.Pools[uses.Key.Pool].Id} {uses.Key.Class}");
}
