using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Instances;
using Fulcrum.Solver;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Tests.Instances;

public sealed class GapTests
{
    /// <summary>Both jobs are cheaper at the first agent, which can take only one of them: 5 + 7, not 5 + 4.</summary>
    private const string TwoByTwo = """
        2 2
        5 4
        9 7
        3 3
        2 2
        5 4
        """;

    [Fact]
    public void An_instance_is_read()
    {
        GapInstance instance = GapInstance.Parse("small", TwoByTwo);

        (instance.Agents, instance.Jobs).ShouldBe((2, 2));
        instance.Costs[1].ShouldBe([9, 7]);
        instance.Weights[0].ShouldBe([3, 3]);
        instance.Capacities.ShouldBe([5, 4]);
    }

    [Fact]
    public void The_problem_has_the_optimum_of_the_assignment()
    {
        PlacementProblem problem = GapProblem.Of(GapInstance.Parse("small", TwoByTwo));

        PlacementResult result = new PlacementSolver(TimeProvider.System).Solve(problem, new SolveOptions { TimeLimit = TimeSpan.FromMinutes(1) }, TestContext.Current.CancellationToken);

        result.Status.ShouldBe(PlacementStatus.Optimal);
        PlanValue.ToEuros(PlanValue.Of(problem, result.Plan!)).ShouldBe(12);
    }

    [Theory]
    [InlineData("2 2 5 4 9 7 3 3 2 2 5", "ends after")]
    [InlineData("2 2 5 4 9 7 3 3 2 2 5 4 1", "goes on")]
    [InlineData("2 2 5 x 9 7 3 3 2 2 5 4", "not a number")]
    [InlineData("2 2 5 4 9 7 3 3 2 2 5 4.5", "whole number")]
    public void A_damaged_instance_is_refused(string text, string complaint) =>
        Should.Throw<FormatException>(() => GapInstance.Parse("damaged", text)).Message.ShouldContain(complaint);

    [Fact]
    public void The_public_set_is_read_whole()
    {
        Assert.SkipUnless(SharedData.Has(PublishedSets.GapFolder), $"There is no {SharedData.Root}/{PublishedSets.GapFolder}.");

        IReadOnlyList<PublishedInstance> set = PublishedSets.Gap();

        set.Count.ShouldBe(84);
        set.Count(static instance => !instance.IsProved).ShouldBe(1);
        foreach (PublishedInstance instance in set)
        {
            instance.Problem.Value.Order.Items.Count.ShouldBeGreaterThan(0);
            instance.Problem.Value.Pools.ShouldAllBe(pool => pool.Offers.All(offer => offer.Resources[OneCityMarket.Load] > 0));
        }
    }

    [Fact]
    public void A_published_optimum_is_reached()
    {
        Assert.SkipUnless(SharedData.Has(PublishedSets.GapFolder), $"There is no {SharedData.Root}/{PublishedSets.GapFolder}.");
        PublishedInstance instance = PublishedSets.Gap().First(static instance => instance.Name.EndsWith("gap1-0", StringComparison.Ordinal));

        InstanceResult result = InstanceResult.Of(instance, ContenderFactory.Create(ContenderKind.Scip, TimeProvider.System, workers: 1).Solve(instance.Problem.Value, TimeSpan.FromSeconds(20)));

        result.IsProved.ShouldBeTrue();
        result.Objective.ShouldBe(261);
    }
}
