using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Solves small problems by every strategy and insists that they agree and that the checker passes the plan.</summary>
internal static class Solving
{
    private static readonly PlacementSolver Solver = new(TimeProvider.System);

    public static PlacementResult Solve(this Sketch sketch) => sketch.Build().Solve();

    public static PlacementResult Solve(this PlacementProblem problem)
    {
        PlacementResult plain = Solve(problem, SolveStrategy.Plain);
        PlacementResult pipeline = Solve(problem, SolveStrategy.Pipeline);
        plain.Status.ShouldBeOneOf(PlacementStatus.Optimal, PlacementStatus.Infeasible);
        pipeline.Status.ShouldBe(plain.Status);
        pipeline.Certificate?.Objective.ShouldBe(plain.Certificate!.Objective);
        return pipeline;
    }

    /// <summary>The plan as text, e.g. <c>web@alpha×2, db@beta×1</c>, in the order of items and pools; <c>infeasible</c> without one.</summary>
    public static string Plan(this Sketch sketch)
    {
        PlacementProblem problem = sketch.Build();
        return problem.Solve().Plan is { } plan ? plan.Describe(problem) : "infeasible";
    }

    public static string Describe(this Plan plan, PlacementProblem problem) =>
        string.Join(", ", plan.Lines.Select(line => $"{problem.Order.Items[line.Item].Id}@{problem.Pools[line.Pool].Id}{Offer(problem, line)}×{line.Quantity}"));

    private static string Offer(PlacementProblem problem, PlanLine line) =>
        line.Offer == PlanLine.FreeForm ? "" : $"/{problem.Pools[line.Pool].Offers[line.Offer].Id}";

    private static PlacementResult Solve(PlacementProblem problem, SolveStrategy strategy)
    {
        PlacementResult result = Solver.Solve(problem, new SolveOptions { Strategy = strategy, TimeLimit = TimeSpan.FromMinutes(1) }, TestContext.Current.CancellationToken);
        if (result.Plan is { } plan) PlanChecker.Check(problem, ClaimedPlan.Of(problem, plan, result.Score, result.Certificate)).Violations.ShouldBeEmpty();
        return result;
    }
}
