using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>A supply that remembers which offers serve an amount answers as one that has never been asked.</summary>
public sealed class MatchMemoryTests
{
    private const int Pools = 40;
    private const int Rounds = 3;
    private static readonly string[] Classes = ["vcpu", "memoryMiB", "unsold"];

    private readonly PlacementProblem _market = Market(new Random(7));
    private readonly Supply _supply;

    public MatchMemoryTests() => _supply = Supply.Of(_market.Market, _market.Providers, _market.Pools);

    [Fact]
    public void More_amounts_than_are_remembered_are_answered_as_if_each_were_the_first()
    {
        Order[] orders = Orders(3 * MatchMemory.AmountsMax);
        string[] expected = [.. orders.Select(order => Answer(order, supply: null, PipelineStages.All))];
        string[] unpruned = [.. orders.Select(order => Answer(order, supply: null, PipelineStages.All & ~PipelineStages.Pruning))];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < orders.Length; i++)
            {
                Answer(orders[i], _supply, PipelineStages.All).ShouldBe(expected[i]);
                Answer(orders[i], _supply, PipelineStages.All & ~PipelineStages.Pruning).ShouldBe(unpruned[i]);
            }
        }

        orders.Select(static order => string.Join(' ', order.Items[0].Resources)).Distinct().Count().ShouldBeGreaterThan(MatchMemory.AmountsMax, "the orders differ in their amounts");
        expected.Distinct().Count().ShouldBeGreaterThan(MatchMemory.AmountsMax / 2, "and in their answers");
    }

    [Fact]
    public void Threads_that_ask_at_once_are_answered_alike()
    {
        Order[] orders = Orders(2 * MatchMemory.AmountsMax);
        string[] expected = [.. orders.Select(order => Answer(order, supply: null, PipelineStages.All))];
        Parallel.For(0, Rounds * orders.Length, i => Answer(orders[i % orders.Length], _supply, PipelineStages.All).ShouldBe(expected[i % orders.Length]));
    }

    [Fact]
    public void A_market_without_pools_sells_nothing() => new Sketch().Location("paris").Provider("a").Item("vm").Solve().Status.ShouldBe(PlacementStatus.Infeasible);

    [Fact]
    public void What_is_free_is_not_remembered()
    {
        Order order = Orders(1)[0];
        Answer(order, _supply, PipelineStages.All);
        ResourcePool[] sold = [.. _market.Pools.Select(static pool => pool with { Inventories = pool.Inventories.ToDictionary(static entry => entry.Key, static entry => entry.Value with { Claimed = entry.Value.Total }) })];
        Supply after = _supply.With(sold, [.. Enumerable.Range(0, Pools)]);
        new PlacementSolver(TimeProvider.System).Solve(_market with { Pools = sold, Supply = after, Order = order }, new SolveOptions(), TestContext.Current.CancellationToken).Status.ShouldBe(PlacementStatus.Infeasible);
    }

    private string Answer(Order order, Supply? supply, PipelineStages stages)
    {
        PlacementResult result = new PlacementSolver(TimeProvider.System).Solve(_market with { Order = order, Supply = supply }, new SolveOptions { Workers = 1, Stages = stages }, TestContext.Current.CancellationToken);
        string funnel = string.Join(' ', result.Funnel.SelectMany(static item => item.Steps).Select(static step => $"{step.Rule}:{step.Left}{string.Concat(step.Reasons.Select(static reason => $"({reason})"))}"));
        return $"{result.Status} {result.Score?.PriceMicros} {string.Join(',', result.Plan?.Lines ?? [])} {funnel}";
    }

    private static Order[] Orders(int count)
    {
        Random random = new(11);
        return [.. Enumerable.Range(0, count).Select(number => new Order
        {
            Id = $"order-{number}",
            Items = [new OrderItem
            {
                Id = "vm",
                Quantity = random.Next(1, 4),
                Resources = Classes.Take(random.Next(20) == 0 ? 3 : random.Next(1, 3)).OrderBy(_ => random.Next()).ToDictionary(static name => name, _ => random.NextInt64(1, 40)),
            }],
        })];
    }

    private static PlacementProblem Market(Random random)
    {
        Sketch sketch = new Sketch().Location("paris").Provider("a").Provider("b").Item("vm");
        Offer[][] lists = [.. Enumerable.Range(0, 9).Select(_ => Enumerable.Range(0, random.Next(0, 8)).Select(number => new Offer(
            $"offer-{number}", Classes.Take(random.Next(1, 3)).ToDictionary(static name => name, _ => random.NextInt64(1, 50)), random.Next(1, 90) / 1000m)).ToArray())];
        for (int pool = 0; pool < Pools; pool++)
        {
            sketch.Pool($"pool-{pool}", random.Next(2) == 0 ? "a" : "b", "paris", with: plain => plain with
            {
                Inventories = new Dictionary<string, Inventory> { ["vcpu"] = new() { Total = random.Next(5, 90) }, ["memoryMiB"] = new() { Total = random.Next(5, 90) } },
                PriceBook = random.Next(3) == 0 ? new Dictionary<string, decimal> { ["vcpu"] = random.Next(1, 9) / 1000m } : null,
                Offers = lists[random.Next(lists.Length)],
            });
        }

        return sketch.Build();
    }
}
