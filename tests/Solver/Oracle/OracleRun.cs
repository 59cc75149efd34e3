using System.Diagnostics;
using System.Globalization;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>The problems of a run, generated and enumerated once for all tests.</summary>
internal static class OracleRun
{
    /// <summary>Number of problems, unless told otherwise.</summary>
    public const int CountDefault = 20_000;

    private const long SeedDefault = 20_260_300;

    private static readonly Lazy<IReadOnlyList<JudgedProblem>> Judged = new(Judge);

    /// <summary>Seed of the first problem; problem <c>n</c> has this seed plus <c>n</c>.</summary>
    public static long Seed { get; } = long.Parse(
        Environment.GetEnvironmentVariable("FULCRUM_ORACLE_SEED") ?? $"{SeedDefault}", CultureInfo.InvariantCulture);

    /// <summary>Number of problems.</summary>
    public static int Count { get; } = int.Parse(
        Environment.GetEnvironmentVariable("FULCRUM_ORACLE_COUNT") ?? $"{CountDefault}", CultureInfo.InvariantCulture);

    /// <summary>Every problem with its answer.</summary>
    public static IReadOnlyList<JudgedProblem> Problems => Judged.Value;

    /// <summary>What the run covers and what it took, for the log.</summary>
    public static string Summary { get; private set; } = "";

    private static JudgedProblem[] Judge()
    {
        long started = Stopwatch.GetTimestamp();
        JudgedProblem[] judged = new JudgedProblem[Count];
        Parallel.ForEach(ProblemFamily.From(Seed, Count), family =>
        {
            foreach ((long seed, Func<PlacementProblem> generate) in family)
            {
                PlacementProblem problem = generate();
                judged[seed - Seed] = new(seed, problem, BruteForce.Solve(problem));
            }
        });

        int feasible = judged.Count(each => each.Answer.IsFeasible);
        Summary = $"Seeds from {Seed}: {Count} problems, {feasible} feasible, generated and enumerated in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s.";
        return judged;
    }
}
