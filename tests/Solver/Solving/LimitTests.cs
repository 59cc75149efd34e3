using System.Diagnostics;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Tests.Oracle;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>What an answer is worth when time runs out, and how a solve is stopped.</summary>
public sealed class LimitTests(ITestOutputHelper output)
{
    private const int OracleProblems = 1_000;

    private static readonly PlacementSolver Solver = new(TimeProvider.System);

    [Fact]
    public void Without_any_time_the_search_knows_nothing()
    {
        PlacementResult result = Solver.Solve(Federation.Generate(200, 3, 1), new SolveOptions { Strategy = SolveStrategy.Plain, TimeLimit = TimeSpan.Zero }, TestContext.Current.CancellationToken);
        result.Status.ShouldBe(PlacementStatus.Unknown);
        result.Plan.ShouldBeNull();
        result.Certificate.ShouldBeNull();
        result.Funnel.Count.ShouldBe(3);
    }

    [Fact]
    public void Without_any_time_the_relaxation_still_bounds_every_plan()
    {
        int bounded = 0, proved = 0;
        foreach ((long seed, PlacementProblem problem, OracleAnswer answer) in OracleRun.Problems.Take(OracleProblems))
        {
            PlacementResult result = Solver.Solve(problem, new SolveOptions { TimeLimit = TimeSpan.Zero }, TestContext.Current.CancellationToken);
            if (result.Certificate is not { } certificate || problem.Order.Objective.Mode != ObjectiveMode.Weighted) continue;
            Int128 best = answer.Objective;
            certificate.Bound.ShouldBeLessThanOrEqualTo(best, $"seed {seed}");
            certificate.Objective.ShouldBeGreaterThanOrEqualTo(best, $"seed {seed}");
            if (result.Status == PlacementStatus.Optimal) certificate.Objective.ShouldBe(best, $"seed {seed}");
            certificate.Proof.ShouldBe(result.Status == PlacementStatus.Optimal ? ProofKind.Relaxation : ProofKind.TimeLimit);
            bounded++;
            if (result.Status == PlacementStatus.Optimal) proved++;
        }

        output.WriteLine($"{bounded} plans with a bound, {proved} of them proved best.");
        proved.ShouldBeGreaterThan(0);
    }

    /// <summary>Only the bound of the first stage holds for every plan: those after it are about plans within a cap, which is wider where time ran out.</summary>
    [Fact]
    public void Without_any_time_a_strict_order_still_has_a_plan_and_bounds()
    {
        int stated = 0, proved = 0;
        foreach ((long seed, PlacementProblem problem, OracleAnswer answer) in OracleRun.Problems.Take(OracleProblems))
        {
            if (problem.Order.Objective.Mode != ObjectiveMode.Lexicographic) continue;
            PlacementResult result = Solver.Solve(problem, new SolveOptions { TimeLimit = TimeSpan.Zero }, TestContext.Current.CancellationToken);
            if (result.Certificate is not { } certificate) continue;
            PlanChecker.Check(problem, ClaimedPlan.Of(problem, result.Plan!, result.Score, certificate)).Violations.ShouldBeEmpty($"seed {seed}");
            certificate.Stages[0].BoundMicros.ShouldBeLessThanOrEqualTo(answer.Values[0], $"seed {seed}");
            certificate.Stages[0].ValueMicros.ShouldBeGreaterThanOrEqualTo(answer.Values[0], $"seed {seed}");
            stated++;
            if (result.Status != PlacementStatus.Optimal) continue;
            certificate.Stages.Select(static stage => stage.ValueMicros).ShouldBe(answer.Values, $"seed {seed}");
            proved++;
        }

        output.WriteLine($"{stated} plans, {proved} of them proved best.");
        proved.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_plan_found_in_time_is_sound_and_its_bound_is_never_above_it()
    {
        PlacementProblem problem = Federation.Generate(2_000, 8, 3);
        PlacementResult result = Solver.Solve(problem, new SolveOptions { TimeLimit = TimeSpan.FromSeconds(1) }, TestContext.Current.CancellationToken);
        result.Status.ShouldBeOneOf(PlacementStatus.Feasible, PlacementStatus.Optimal);
        result.Certificate!.Bound.ShouldBeLessThanOrEqualTo(result.Certificate.Objective);
        (result.Status == PlacementStatus.Optimal).ShouldBe(result.Certificate.Bound == result.Certificate.Objective);
        result.Certificate.Gap.ShouldBeInRange(0, 1);
        PlanChecker.Check(problem, ClaimedPlan.Of(problem, result.Plan!, result.Score, result.Certificate)).Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_strict_order_cut_short_states_what_its_stages_proved()
    {
        PlacementProblem problem = Federation.Generate(2_000, 8, 4);
        LexicographicTerm[] terms = [new(ObjectiveTerm.Price, 0.05m), new(ObjectiveTerm.Locality, 0)];
        problem = problem with { Order = problem.Order with { Objective = new Objective { Mode = ObjectiveMode.Lexicographic, Order = terms } } };
        PlacementResult result = Solver.Solve(problem, new SolveOptions { Deterministic = true, DeterministicLimit = 1 }, TestContext.Current.CancellationToken);
        result.Status.ShouldBeOneOf(PlacementStatus.Feasible, PlacementStatus.Unknown);
        if (result.Plan is { } plan) PlanChecker.Check(problem, ClaimedPlan.Of(problem, plan, result.Score, result.Certificate)).Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancellation_stops_the_search()
    {
        PlacementProblem problem = Federation.Generate(2_000, 8, 5);
        using CancellationTokenSource source = new();
        long started = Stopwatch.GetTimestamp();
        Task<PlacementResult> solving = Task.Run(() => Solver.Solve(problem, new SolveOptions { TimeLimit = TimeSpan.FromMinutes(5) }, source.Token), TestContext.Current.CancellationToken);
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => solving);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }
}
