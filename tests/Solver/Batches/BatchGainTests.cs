using Fulcrum.Solver.Batches;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Tests.Solving;

namespace Fulcrum.Solver.Tests.Batches;

/// <summary>What a batch reports against first come, first served, where the answer can be seen with the naked eye.</summary>
public sealed class BatchGainTests
{
    /// <summary>One vcpu for one month at one thousandth of a EUR per hour, in thousandths of a micro-EUR.</summary>
    private const long Unit = 730_000_000;

    private static readonly PlacementSolver Solver = new(TimeProvider.System);
    private static readonly SolveOptions Options = new() { TimeLimit = TimeSpan.FromMinutes(2) };

    [Fact]
    public void Who_can_go_elsewhere_makes_room_for_who_cannot()
    {
        PlacementProblem market = Market(("cheap", 1, 2), ("dear", 3, 2));
        BatchResult batch = Solve(market, Order(market, "first", 2), Order(market, "tied", 2, "cheap"));
        (batch.Placed, batch.FirstComePlaced, batch.MorePlaced, batch.Gain).ShouldBe((2, 1, 1, null));
        (batch.Status, batch.Objective, batch.Bound, batch.FirstComeObjective).ShouldBe((PlacementStatus.Optimal, 8 * Unit, 8 * Unit, 2 * Unit));
        PoolsOf(batch, 0).ShouldBe([1]);
        PoolsOf(batch, 1).ShouldBe([0]);
        batch.Orders[0].Certificate!.Bound.ShouldBe(2 * Unit);
        batch.Orders.Select(static result => result.Status).ShouldBe([PlacementStatus.Feasible, PlacementStatus.Optimal]);
    }

    [Fact]
    public void One_large_order_is_left_out_for_several_small_ones()
    {
        PlacementProblem market = Market(("only", 1, 4));
        BatchResult batch = Solve(market, Order(market, "large", 4), Order(market, "small", 1), Order(market, "smaller", 2), Order(market, "smallest", 1));
        (batch.Placed, batch.FirstComePlaced, batch.MorePlaced, batch.Gain).ShouldBe((3, 1, 2, null));
        batch.Orders.Select(static result => result.Status).ShouldBe([PlacementStatus.Infeasible, PlacementStatus.Optimal, PlacementStatus.Optimal, PlacementStatus.Optimal]);
        batch.Objective.ShouldBe(4 * Unit);
    }

    [Fact]
    public void A_chain_of_moves_places_all()
    {
        PlacementProblem market = Market(("a", 1, 1), ("b", 2, 1), ("c", 5, 1));
        BatchResult batch = Solve(market, Order(market, "first", 1), Order(market, "second", 1, "a", "b"), Order(market, "third", 1, "a"), Order(market, "impossible", 9));
        (batch.Placed, batch.FirstComePlaced, batch.MorePlaced).ShouldBe((3, 2, 1));
        (PoolsOf(batch, 0).Single(), PoolsOf(batch, 1).Single(), PoolsOf(batch, 2).Single()).ShouldBe((2, 1, 0));
        batch.Orders[3].Status.ShouldBe(PlacementStatus.Infeasible);
    }

    [Fact]
    public void As_many_orders_at_a_lower_sum_are_a_gain()
    {
        PlacementProblem market = Market(("cheap", 1, 1), ("middle", 2, 1), ("dear", 9, 1));
        BatchResult batch = Solve(market, Order(market, "first", 1), Order(market, "tied", 1, "cheap", "dear"));
        (batch.Placed, batch.FirstComePlaced, batch.MorePlaced).ShouldBe((2, 2, 0));
        (batch.FirstComeObjective, batch.Objective, batch.Gain).ShouldBe((10 * Unit, 3 * Unit, (Int128)7 * Unit));
    }

    [Fact]
    public void Where_all_fit_alone_there_is_nothing_to_gain()
    {
        PlacementProblem market = Market(("a", 1, 4), ("b", 2, 4));
        BatchResult batch = Solve(market, Order(market, "first", 2), Order(market, "second", 2));
        (batch.Status, batch.Placed, batch.FirstComePlaced, batch.Gain).ShouldBe((PlacementStatus.Optimal, 2, 2, (Int128)0));
    }

    [Fact]
    public void Without_time_no_order_is_called_infeasible()
    {
        PlacementProblem market = Market(("cheap", 1, 2), ("dear", 3, 2));
        BatchResult batch = new BatchSolver(Solver, TimeProvider.System)
            .Solve(market, [Order(market, "first", 2), Order(market, "second", 2)], Options with { TimeLimit = TimeSpan.Zero }, TestContext.Current.CancellationToken);
        batch.Orders.ShouldAllBe(static result => result.Plan != null || result.Status == PlacementStatus.Unknown);
        batch.MorePlaced.ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void Columns_built_beforehand_change_nothing()
    {
        PlacementProblem market = Market(("cheap", 1, 2), ("dear", 3, 2));
        PlacementProblem prepared = market with { Supply = Supplies.Supply.Of(market.Market, market.Providers, market.Pools) };
        Order[] orders = [Order(market, "first", 2), Order(market, "second", 1), Order(market, "third", 1)];
        BatchResult batch = Solve(prepared, orders);
        BatchResult expected = Solve(market, orders);
        (batch.Placed, batch.Objective, batch.FirstComePlaced, batch.FirstComeObjective).ShouldBe((expected.Placed, expected.Objective, expected.FirstComePlaced, expected.FirstComeObjective));
        batch.FirstComePlaced.ShouldBe(3);
    }

    private static BatchResult Solve(PlacementProblem market, params Order[] orders) =>
        new BatchSolver(Solver, TimeProvider.System).Solve(market, orders, Options, TestContext.Current.CancellationToken);

    private static PlacementProblem Market(params (string Provider, int Thousandths, int Vcpus)[] pools)
    {
        Sketch sketch = new Sketch().Location("paris").Item("replica");
        foreach ((string provider, int thousandths, int vcpus) in pools) sketch.Provider(provider).Pool($"{provider}-pool", provider, "paris", thousandths / 1000m, vcpus);
        return sketch.Build();
    }

    private static Order Order(PlacementProblem market, string id, int quantity, params string[] providers) => market.Order with
    {
        Id = id,
        Items = [market.Order.Items[0] with { Quantity = quantity, Placement = new PlacementRule { AllowedProviders = providers } }],
    };

    private static int[] PoolsOf(BatchResult batch, int order) => [.. batch.Orders[order].Plan!.Lines.Select(static line => line.Pool)];
}
