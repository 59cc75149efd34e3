using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Tests.Oracle;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Whatever the multipliers, the relaxation never costs more than the best plan, and no way of a best plan is dropped.</summary>
public sealed class BoundTests(ITestOutputHelper output)
{
    private const int Rounds = 20;
    private const int OracleProblems = 500;
    private const int Hubs = 300;

    [Fact]
    public void Bounds_of_small_problems_hold()
    {
        int checks = 0;
        foreach ((long seed, PlacementProblem problem, _) in OracleRun.Problems.Take(OracleProblems))
        {
            if (problem.Order.Objective.Mode == ObjectiveMode.Weighted) checks += Check(problem, $"seed {seed}");
        }

        output.WriteLine($"{checks} bounds checked.");
        checks.ShouldBeGreaterThan(OracleProblems);
    }

    [Fact]
    public void Bounds_hold_where_several_items_pull_at_one_of_several_replicas()
    {
        int checks = 0;
        for (int seed = 1; seed <= Hubs; seed++) checks += Check(Hub(new Random(seed)), $"hub {seed}");
        output.WriteLine($"{checks} bounds checked.");
        checks.ShouldBeGreaterThan(Hubs);
    }

    /// <summary>Items near places of their own that want a replica of the hub, and providers with fees that sell at several of the places.</summary>
    private static PlacementProblem Hub(Random random)
    {
        int places = random.Next(2, 5);
        Sketch sketch = new();
        for (int place = 0; place < places; place++) sketch = sketch.Location($"p{place}", longitude: place * random.Next(1, 8));
        for (int provider = 0; provider < 3; provider++)
        {
            long fee = random.Next(0, 30) * 100_000L;
            sketch = sketch.Provider($"q{provider}", known => known with { FeePerOrderMicros = fee });
            for (int place = 0; place < places; place++)
            {
                if (random.Next(3) > 0) sketch = sketch.Pool($"q{provider}-p{place}", $"q{provider}", $"p{place}", random.Next(1, 9) / 1000m, random.Next(1, 6));
            }
        }

        sketch = sketch.Provider("own").Pool("own-p0", "own", "p0");
        for (int place = 1; place < places; place++) sketch = sketch.Pool($"own-p{place}", "own", $"p{place}");
        sketch = sketch.Item("hub", random.Next(1, 4), item => item with { Placement = new() { DeniedProviders = ["own"] } });
        int sources = random.Next(1, 4);
        for (int source = 0; source < sources; source++)
        {
            string place = $"p{random.Next(places)}";
            bool isPinned = random.Next(2) == 0;
            sketch = sketch.Item($"s{source}", random.Next(1, 3), item => isPinned ? item with { Placement = new() { AllowedLocations = [place] } } : item);
            decimal? most = random.Next(2) == 0 ? random.Next(0, 10) : null;
            long value = random.Next(0, 400_000);
            int traffic = random.Next(0, 200);
            string to = source > 0 && random.Next(3) == 0 ? $"s{source - 1}" : "hub";
            sketch = sketch.Relation($"s{source}", to, relation => relation with { MaxLatencyMs = most, ValuePerMsMicros = value, TrafficGiBMonthly = traffic });
        }

        return WithCircle(sketch, sources, random).Build();
    }

    /// <summary>Relations that mostly close a circle: from the hub to one that wants it, and between two of these.</summary>
    private static Sketch WithCircle(Sketch sketch, int sources, Random random)
    {
        int traffic = random.Next(0, 200);
        long value = random.Next(0, 400_000);
        if (random.Next(2) == 0) sketch = sketch.Relation("hub", "s0", relation => relation with { ValuePerMsMicros = value, TrafficGiBMonthly = traffic });
        return sources > 1 && random.Next(2) == 0 ? sketch.Relation("s0", $"s{sources - 1}", relation => relation with { ValuePerMsMicros = value, TrafficGiBMonthly = traffic }) : sketch;
    }

    private static int Check(PlacementProblem problem, string what)
    {
        PlacementResult best = new PlacementSolver(TimeProvider.System).Solve(problem, new SolveOptions { Strategy = SolveStrategy.Plain, TimeLimit = TimeSpan.FromMinutes(1) }, TestContext.Current.CancellationToken);
        if (best.Plan is null || best.Status != PlacementStatus.Optimal) return 0;
        long optimum = (long)best.Certificate!.Objective;
        Weights weights = Weights.Of(problem.Order.Objective);
        using ScreenedProblem screened = ScreenedProblem.Of(problem, seed: 1, isPruned: false);
        ItemCosts[] costs = [.. screened.Items.Select(item => new ItemCosts(screened, item, weights))];
        RelationCosts[] relations = [.. screened.Relations.Select(relation => new RelationCosts(relation, screened.Supply.Domains, weights))];
        BoundModel model = new(screened, costs, relations, new ProviderCosts(screened, weights, hasFixed: true));
        Ascent ascent = new(screened, model);
        for (int round = 0; round < Rounds; round++)
        {
            BoundEvaluation evaluation = new(model);
            long[] least = evaluation.LeastByItem(isSearching: true);
            evaluation.Total(least).ShouldBeLessThanOrEqualTo(optimum, $"{what}, round {round}");
            CheckReuse(model, evaluation, costs, $"{what}, round {round}");
            new WayDropping(model, weights, evaluation).Run(optimum + weights.Unit);
            foreach (PlanLine line in best.Plan.Lines) IsActive(costs[line.Item], line).ShouldBeTrue($"{what}, round {round}, item {line.Item}, pool {line.Pool}");
            model.Rebuild();
            evaluation = new BoundEvaluation(model);
            ascent.Step(evaluation, RelaxedAnswer.Of(model, evaluation), Math.Max(weights.Unit, optimum / 5), 1);
        }

        foreach (ItemCosts item in costs) item.Dispose();
        return Rounds;
    }

    /// <summary>What is told again without asking anew is what would be told: nobody charged for a group, a provider paid for.</summary>
    private static void CheckReuse(BoundModel model, BoundEvaluation asked, ItemCosts[] costs, string what)
    {
        foreach (int group in model.Graph.Group.Distinct().Where(group => model.Graph.IsFixed[group]))
        {
            int root = model.Graph.Roots[group];
            asked.Without(root).LeastByItem(isSearching: false).ShouldBe(new BoundEvaluation(model).Without(root).LeastByItem(isSearching: false), $"{what}, without {root}");
        }

        foreach (int provider in model.Multipliers?.Providers.ToArray() ?? [])
        {
            BoundEvaluation reused = new(model.With(model.ProviderCosts.WithOpen(provider)));
            BoundEvaluation anew = new(model.Part(costs, model.ProviderCosts.WithOpen(provider)));
            reused.Total(reused.LeastByItem(isSearching: false)).ShouldBe(anew.Total(anew.LeastByItem(isSearching: false)), $"{what}, provider {provider}");
        }
    }

    private static bool IsActive(ItemCosts costs, PlanLine line) =>
        costs.Active.ToArray().Any(way => costs.Item.Ways.Pools[way] == line.Pool && costs.Item.Ways.Offers[way] == line.Offer);
}
