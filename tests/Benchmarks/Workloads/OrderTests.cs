using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Contracts.Documents;
using Fulcrum.Solver.Model;
using Fulcrum.Workloads;
using PlacementStatus = Fulcrum.Solver.Results.PlacementStatus;

namespace Fulcrum.Benchmarks.Tests.Workloads;

public sealed class OrderTests
{
    private const int Seeds = 200;

    [Fact]
    public void Composite_orders_have_every_rule_on_some()
    {
        FederationDocument federation = FederationGenerator.Generate(new FederationShape { Pools = 50, Seed = 1 });
        OrderDocument[] orders = [.. Enumerable.Range(1, Seeds).Select(seed => Orders.Generate(federation, new OrderShape { Items = 8, Family = OrderFamily.Composite }, seed))];

        Share(orders, static order => order.Policy.Sovereignty is not null).ShouldBeInRange(0.3, 0.5);
        Share(orders, static order => order.Policy.MaxProviders is not null).ShouldBeInRange(0.15, 0.35);
        Share(orders, static order => order.Relations.Length > 7).ShouldBeInRange(0.3, 0.9);
        Share(orders, static order => order.Items.Any(static item => item.Spread.Length > 0)).ShouldBeGreaterThan(0.5);
        Share(orders, static order => order.Items.Any(static item => item.Survive.Length > 0)).ShouldBeGreaterThan(0.3);
        orders.ShouldAllBe(static order => order.Items[0].Users.Length == 1);
        orders.ShouldAllBe(static order => order.Relations.All(static relation => relation.From != relation.To));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Infeasible_orders_are_infeasible(int items)
    {
        IContender reference = ContenderFactory.Create(ContenderKind.Scip, TimeProvider.System, workers: 1);
        foreach (int seed in Enumerable.Range(1, 14))
        {
            PlacementProblem problem = new SyntheticProblems().Create(60, items, OrderFamily.Infeasible, seed);

            reference.Solve(problem, TimeSpan.FromSeconds(30)).Status.ShouldBe(PlacementStatus.Infeasible, $"seed {seed}, {InfeasibleOrders.KindOf(seed, items)}");
        }
    }

    [Fact]
    public void Every_kind_of_infeasibility_comes_up() =>
        Enumerable.Range(1, 7).Select(static seed => InfeasibleOrders.KindOf(seed, items: 3)).Distinct().Count().ShouldBe(Enum.GetValues<InfeasibilityKind>().Length);

    private static double Share(OrderDocument[] orders, Func<OrderDocument, bool> has) => orders.Count(has) / (double)orders.Length;
}
