using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Instances;
using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Tests.Instances;

public sealed class CflpTests
{
    /// <summary>Two facilities of 10 for demands of 6, 6 and 4: whole customers fit as 10 + 6; split, the cheap facility is filled.</summary>
    private const string ByCustomer = """
         2 3
         10 50.
         10 80.
         6
         60.00000 120.00000
         6
         60.00000 90.00000
         4
         80.00000 40.00000
        """;

    private const string ByFacility = """
        2 3
        10.0 50.0
        10.0 80.0
        6.0 6.0 4.0
        60.0 60.0 80.0
        120.0 90.0 40.0
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void Both_forms_hold_the_same_instance()
    {
        CflpInstance one = CflpInstance.ParseByCustomer("small", ByCustomer);
        CflpInstance other = CflpInstance.ParseByFacility("small", ByFacility);

        foreach (CflpInstance instance in (CflpInstance[])[one, other])
        {
            instance.Capacities.ShouldBe([10, 10]);
            instance.FixedCosts.ShouldBe([50m, 80m]);
            instance.Demands.ShouldBe([6, 6, 4]);
            instance.Costs[0].ShouldBe([60m, 60m, 80m]);
            instance.Costs[1].ShouldBe([120m, 90m, 40m]);
        }
    }

    /// <summary>Fees 130; customer 1 first (60), customer 2 second (90), customer 3 second (40).</summary>
    [Theory]
    [InlineData(ContenderKind.Fulcrum)]
    [InlineData(ContenderKind.Plain)]
    [InlineData(ContenderKind.CpSat)]
    [InlineData(ContenderKind.Scip)]
    public void A_customer_of_a_single_source_is_not_split(ContenderKind kind) =>
        Solve(kind, CflpProblem.SingleSource(CflpInstance.ParseByCustomer("small", ByCustomer))).ShouldBe(320);

    /// <summary>The same with four of the second customer's six units at the first facility, 10 instead of 15 each.</summary>
    [Theory]
    [InlineData(ContenderKind.Fulcrum)]
    [InlineData(ContenderKind.Plain)]
    [InlineData(ContenderKind.CpSat)]
    [InlineData(ContenderKind.Scip)]
    public void Demand_is_split_where_that_is_cheaper(ContenderKind kind) =>
        Solve(kind, CflpProblem.Splittable(CflpInstance.ParseByCustomer("small", ByCustomer))).ShouldBe(300);

    [Fact]
    public void A_customer_beyond_the_replicas_of_an_item_becomes_several_items()
    {
        CflpInstance instance = new("large", [30_000], [0], [24_001], [[24_001m]]);

        PlacementProblem problem = CflpProblem.Splittable(instance);

        problem.Order.Items.Select(static item => item.Quantity).ShouldBe([10_000, 10_000, 4_001]);
        Solve(ContenderKind.Scip, problem).ShouldBe(24_001);
    }

    [Fact]
    public void Unit_prices_add_up_to_the_cost_of_the_customer()
    {
        CflpInstance instance = new("uneven", [10], [0], [3], [[1m]]);

        Solve(ContenderKind.Plain, CflpProblem.Splittable(instance)).ShouldBe(1, tolerance: 3e-6m);
    }

    [Fact]
    public void The_public_sets_are_read_whole()
    {
        Assert.SkipUnless(SharedData.Has(PublishedSets.CflpFolder), $"There is no {SharedData.Root}/{PublishedSets.CflpFolder}.");

        PublishedSets.CflpSplittable().Select(static instance => instance.Problem.Value.Order.Items.Sum(static item => (long)item.Quantity)).ShouldAllBe(static units => units == 58_268);
        PublishedSets.CflpSplittable().Count.ShouldBe(37);
        PublishedSets.CflpSingleSource().Select(static instance => instance.Problem.Value.Order.Items.Count).ShouldAllBe(static items => items == 50);
        PublishedSets.CflpSingleSource().Count.ShouldBe(24);
    }

    [Fact]
    public void A_demand_is_put_right_only_where_it_is_wrong()
    {
        CflpInstance instance = CflpInstance.ParseByCustomer("small", ByCustomer);

        instance.Correct(2, 4, 40).Demands.ShouldBe([6, 6, 40]);
        instance.Correct(2, 5, 40).ShouldBe(instance);
    }

    [Theory]
    [InlineData("cap41")]
    [InlineData("cap61")]
    public void A_published_optimum_is_reproduced(string name)
    {
        Assert.SkipUnless(SharedData.Has(PublishedSets.CflpFolder), $"There is no {SharedData.Root}/{PublishedSets.CflpFolder}.");
        foreach (PublishedInstance instance in PublishedSets.CflpSplittable().Concat(PublishedSets.CflpSingleSource()).Where(instance => instance.Name == name))
        {
            Answer answer = ContenderFactory.Create(ContenderKind.Scip, TimeProvider.System, workers: 1).Solve(instance.Problem.Value, TimeSpan.FromSeconds(60));

            InstanceResult result = InstanceResult.Of(instance, answer);

            result.IsProved.ShouldBeTrue($"{name}: {result.Objective} instead of {instance.Published}");
            result.IsContradiction.ShouldBeFalse();
        }
    }

    private static decimal Solve(ContenderKind kind, PlacementProblem problem)
    {
        Answer answer = ContenderFactory.Create(kind, TimeProvider.System, workers: 1).Solve(problem, Limit);
        answer.IsProved.ShouldBeTrue();
        return PlanValue.ToEuros(PlanValue.Of(problem, answer.Plan!));
    }
}
