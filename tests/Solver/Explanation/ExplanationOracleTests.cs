using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Explanation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Tests.Oracle;

namespace Fulcrum.Solver.Tests.Explanation;

/// <summary>Conflict sets are conflicts and minimal, relaxations help and are the smallest: by enumeration of every plan.</summary>
public sealed class ExplanationOracleTests(ITestOutputHelper output)
{
    private const long Seed = 53_000_000;
    private const int Problems = 2_500;
    private const double PlansMax = 30_000;

    private static readonly PlacementSolver Solver = new(TimeProvider.System);
    private static readonly SolveOptions Options = new() { TimeLimit = TimeSpan.FromMinutes(2) };

    private static Explainer Explainer { get; } = new(Solver, TimeProvider.System);

    [Fact]
    public void Conflict_sets_are_minimal_and_relaxations_smallest_by_enumeration()
    {
        int conflicts = 0, members = 0, priced = 0, tooLarge = 0;
        SortedDictionary<string, int> kinds = new(StringComparer.Ordinal);
        for (long seed = Seed; seed < Seed + Problems; seed++)
        {
            PlacementProblem problem = ProblemGenerator.Generate(seed);
            if (BruteForce.Solve(problem).IsFeasible) continue;
            OrderExplanation explanation = Explainer.Explain(problem, Options, TestContext.Current.CancellationToken);
            ConflictSet conflict = explanation.Conflict.ShouldNotBeNull($"seed {seed}");
            conflict.IsProved.ShouldBeTrue($"seed {seed}");
            if (!IsSmall(new KeptOrder([]).Of(problem, conflict.Items)))
            {
                tooLarge++;
                continue;
            }

            CheckConflict(seed, problem, conflict, explanation.Relaxations, static _ => static _ => true);
            foreach (ConflictMember member in conflict.Members)
            {
                string kind = System.Text.RegularExpressions.Regex.Replace(member.Name, @"\[[^\]]*\]", "[]");
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            }

            foreach (DemandRelaxation relaxation in explanation.Relaxations) priced += CheckRelaxation(seed, problem, relaxation) ? 1 : 0;
            conflicts++;
            members += conflict.Members.Count;
        }

        output.WriteLine($"{conflicts} conflicts with {members} members, {priced} priced relaxations, {tooLarge} too large to enumerate.");
        foreach ((string kind, int count) in kinds) output.WriteLine($"{count,5} {kind}");
        conflicts.ShouldBeGreaterThan(Problems / 20);
        priced.ShouldBeGreaterThan(conflicts / 2);
    }

    [Fact]
    public void The_conflict_with_a_forced_provider_is_minimal_by_enumeration()
    {
        int conflicts = 0;
        for (long seed = Seed; seed < Seed + (Problems / 5); seed++)
        {
            PlacementProblem problem = ProblemGenerator.Generate(seed);
            ForcedProvider forced = new((int)(seed % problem.Order.Items.Count), (int)(seed % problem.Providers.Count));
            if (!BruteForce.Solve(problem).IsFeasible) continue;
            WhyNotAnswer answer = Explainer.WhyNot(problem, forced, Options, TestContext.Current.CancellationToken);
            OracleAnswer expected = BruteForce.Solve(problem, Uses(problem, forced.Item, forced.Provider));
            answer.Result.Status.ShouldBe(expected.IsFeasible ? PlacementStatus.Optimal : PlacementStatus.Infeasible, $"seed {seed}");
            if (expected.IsFeasible) continue;
            ConflictSet conflict = answer.Conflict.ShouldNotBeNull($"seed {seed}");
            if (!IsSmall(new KeptOrder([]).Of(problem, conflict.Items))) continue;
            CheckConflict(seed, problem, conflict, [], part => Uses(part, conflict.Items.Index().First(entry => entry.Item == forced.Item).Index, forced.Provider));
            conflicts++;
        }

        conflicts.ShouldBeGreaterThan(10);
    }

    private static void CheckConflict(
        long seed, PlacementProblem problem, ConflictSet conflict, IReadOnlyList<DemandRelaxation> relaxations, Func<PlacementProblem, Func<Plan, bool>> accepts)
    {
        string text = $"seed {seed}: {string.Join("; ", conflict.Members.Select(static member => member.Name))}";
        string[] names = [.. conflict.Members.Select(static member => member.Name)];
        PlacementProblem whole = new KeptOrder(names).Of(problem, conflict.Items);
        BruteForce.Solve(whole, accepts(whole)).IsFeasible.ShouldBeFalse($"{text} can hold together");
        foreach (string left in names.Where(static name => !IsAmount(name)))
        {
            PlacementProblem part = new KeptOrder([.. names.Except([left])], left).Of(problem, conflict.Items);
            BruteForce.Solve(part, accepts(part)).IsFeasible.ShouldBeTrue($"{text} does not need {left}");
        }

        foreach (DemandRelaxation relaxation in relaxations.Where(relaxation => IsAmount(relaxation.Rule) && names.Any(static name => !IsAmount(name))))
        {
            PlacementProblem less = new KeptOrder(names).Of(problem with { Order = relaxation.Order }, conflict.Items);
            BruteForce.Solve(less).IsFeasible.ShouldBeTrue($"{text} does not need {relaxation.Rule}");
        }
    }

    private static bool CheckRelaxation(long seed, PlacementProblem problem, DemandRelaxation relaxation)
    {
        PlacementProblem relaxed = problem with { Order = relaxation.Order };
        if (!IsSmall(relaxed)) return false;
        string text = $"seed {seed}: {relaxation.Rule} {relaxation.Change}";
        OracleAnswer best = BruteForce.Solve(relaxed);
        best.IsFeasible.ShouldBe(relaxation.IsSufficient, text);
        if (!relaxation.IsSufficient) return false;
        relaxation.PriceMicros.ShouldNotBeNull(text);
        OracleAnswer atPrice = BruteForce.Solve(relaxed, plan => PlanChecker.Evaluate(relaxed, plan).Score!.PriceMicros == relaxation.PriceMicros);
        atPrice.IsFeasible.ShouldBeTrue(text);
        if (problem.Order.Objective.Mode == ObjectiveMode.Weighted) atPrice.Objective.ShouldBe(best.Objective, text);
        if (!relaxation.IsSmallest) return true;
        foreach (Order smaller in SmallerChanges.Of(problem.Order, relaxation.Order)) BruteForce.Solve(problem with { Order = smaller }).IsFeasible.ShouldBeFalse($"{text} is not the smallest");
        return true;
    }

    private static Func<Plan, bool> Uses(PlacementProblem problem, int item, int provider) =>
        plan => plan.Lines.Any(line => line.Item == item && problem.Pools[line.Pool].Provider == provider);

    private static bool IsAmount(string name) => name.EndsWith(".quantity", StringComparison.Ordinal) || name.Contains(".resources[", StringComparison.Ordinal);

    private static bool IsSmall(PlacementProblem problem) => BruteForce.CountPlans(problem, new NaiveJudge(problem)) <= PlansMax;
}
