using Fulcrum.Solver.Assignments;
using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Tests.Oracle;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Orders whose items share nothing but the room of pools and the fees of providers: whatever items pay, the bound holds, and branch and bound finds what enumeration finds.</summary>
public sealed class AssignmentTests(ITestOutputHelper output)
{
    private const int Problems = 1_500;
    private const int PaymentsTried = 12;

    /// <summary>The stages before end such small orders; without them all is left to branch and bound.</summary>
    private const PipelineStages Alone = PipelineStages.Bounding | PipelineStages.Assignments | PipelineStages.Dropping;

    [Fact]
    public void Branch_and_bound_finds_what_enumeration_finds()
    {
        PlacementSolver solver = new(TimeProvider.System);
        int applied = 0;
        for (int seed = 1; seed <= Problems; seed++)
        {
            PlacementProblem problem = Tight(new Random(seed));
            OracleAnswer answer = BruteForce.Solve(problem);
            PlacementResult result = solver.Solve(problem, new SolveOptions { Stages = Alone, TimeLimit = TimeSpan.FromMinutes(1) }, TestContext.Current.CancellationToken);
            result.Status.ShouldBe(answer.IsFeasible ? PlacementStatus.Optimal : PlacementStatus.Infeasible, $"seed {seed}");
            if (answer.IsFeasible) result.Certificate!.Objective.ShouldBe(answer.Objective, $"seed {seed}");
            if ((result.Effects.Applied & PipelineStages.Assignments) != 0) applied++;
        }

        output.WriteLine($"{applied} of {Problems} needed branch and bound.");
        applied.ShouldBeGreaterThan(Problems / 4);
    }

    [Fact]
    public void Whatever_items_pay_the_bound_holds_and_no_better_plan_is_left_out()
    {
        int checks = 0;
        for (int seed = 1; seed <= Problems; seed++)
        {
            PlacementProblem problem = Tight(new Random(seed));
            if (BruteForce.Solve(problem) is { IsFeasible: true } answer) checks += Check(problem, answer, new Random(seed), $"seed {seed}");
        }

        output.WriteLine($"{checks} bounds checked.");
        checks.ShouldBeGreaterThan(Problems);
    }

    private static int Check(PlacementProblem problem, OracleAnswer answer, Random random, string name)
    {
        using ScreenedProblem screened = ScreenedProblem.Of(problem, seed: null, isPruned: false);
        Weights weights = Weights.Of(problem.Order.Objective);
        ItemCosts[] costs = [.. screened.Items.Select(item => new ItemCosts(screened, item, weights))];
        AssignmentOrders.Accept(screened, weights, costs).ShouldBeTrue(name);
        AssignmentModel model = AssignmentModel.Of(screened, weights, costs);
        ProviderCover cover = new(screened, model, costs);
        long optimum = (long)(answer.Objective / model.Unit);
        int[] best = ReplicasOf(model, screened, answer.Best!);
        model.IsPlan(best).ShouldBeTrue(name);
        model.CostOf(best).ShouldBe(optimum, name);
        for (int tried = 0; tried < PaymentsTried; tried++) CheckPayments(model, cover, best, optimum, random, name);
        foreach (ItemCosts item in costs) item.Dispose();
        return PaymentsTried;
    }

    private static void CheckPayments(AssignmentModel model, ProviderCover cover, int[] best, long optimum, Random random, string name)
    {
        double each = 3.0 * optimum / model.Items.Sum();
        Payments payments = new(model, [.. model.Items.Select(_ => each * random.NextDouble())], [.. model.Rows.Select(rows => rows.Select(_ => random.NextDouble()).ToArray())]);
        Region region = new(model);
        KnapsackBound bound = new(model, region, payments, cover.LeastCount(region), isWhole: random.Next(2) == 0);
        bound.Least.ShouldBeLessThanOrEqualTo(optimum, name);
        bound.Narrow(region, optimum + 1, isThorough: true);
        for (int way = 0; way < best.Length; way++)
        {
            best[way].ShouldBeInRange(region.Least[way], region.Most[way], name);
            if (best[way] > 0) region.IsClosed[model.ProviderOf(way)].ShouldBeFalse(name);
        }

        for (int provider = 0; provider < model.Fees.Length; provider++)
        {
            if (region.IsOpen[provider] && model.Fees[provider] > 0) model.WaysOfProvider[provider].Any(way => best[way] > 0).ShouldBeTrue(name);
        }
    }

    private static int[] ReplicasOf(AssignmentModel model, ScreenedProblem problem, Plan plan) => [.. model.Ways.Select(way =>
    {
        Screening.WayTable ways = problem.Items[way.Item].Ways;
        int pool = ways.Pools[way.Number];
        int offer = ways.Offers[way.Number];
        return plan.Lines.Where(line => line.Item == way.Item && line.Pool == pool && line.Offer == offer).Sum(static line => line.Quantity);
    })];

    /// <summary>Pools too small for all, some of the same provider, at times with a second class that binds and with offers beside the price book.</summary>
    private static PlacementProblem Tight(Random random)
    {
        Sketch sketch = new Sketch().Location("paris").Location("lyon", longitude: 5);
        bool hasMemory = random.Next(3) == 0;
        int providers = random.Next(2, 4);
        for (int provider = 0; provider < providers; provider++)
        {
            long fee = random.Next(2) * random.Next(1, 20) * 100_000L;
            sketch = sketch.Provider($"q{provider}", known => known with { FeePerOrderMicros = fee });
            for (int pool = random.Next(1, 3); pool > 0; pool--)
            {
                Dictionary<string, Inventory> room = new() { ["vcpu"] = new() { Total = random.Next(2, 9) }, ["memory"] = new() { Total = hasMemory ? random.Next(2, 9) : 100 } };
                Dictionary<string, decimal> book = new() { ["vcpu"] = random.Next(1, 9) / 1000m, ["memory"] = random.Next(0, 3) / 1000m };
                sketch = sketch.Pool($"q{provider}-{pool}", $"q{provider}", random.Next(2) == 0 ? "paris" : "lyon", with: known => known with { Inventories = room, PriceBook = book });
            }
        }

        int items = random.Next(2, 5);
        for (int item = 0; item < items; item++)
        {
            Dictionary<string, long> demand = new() { ["vcpu"] = random.Next(1, 5), ["memory"] = random.Next(1, 4) };
            UserGroup users = sketch.Users("paris") with { ValuePerMsMicros = random.Next(2) * 100_000L };
            sketch = sketch.Item($"item-{item}", random.Next(1, items == 2 ? 4 : 3), known => known with { Resources = demand, Users = [users] });
        }

        return sketch.Build();
    }
}
