using System.Globalization;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Which problems a run covers.</summary>
internal static class OracleRun
{
    private const long SeedDefault = 20_260_301;
    private const int CountDefault = 5_000;

    /// <summary>Seed of the first problem; problem <c>n</c> has this seed plus <c>n</c>.</summary>
    public static long Seed { get; } = long.Parse(
        Environment.GetEnvironmentVariable("FULCRUM_ORACLE_SEED") ?? $"{SeedDefault}", CultureInfo.InvariantCulture);

    /// <summary>Number of problems.</summary>
    public static int Count { get; } = int.Parse(
        Environment.GetEnvironmentVariable("FULCRUM_ORACLE_COUNT") ?? $"{CountDefault}", CultureInfo.InvariantCulture);

    /// <summary>The problems of this run with their seeds, at most so many.</summary>
    public static IEnumerable<(long Seed, PlacementProblem Problem)> Problems(int most) =>
        Enumerable.Range(0, Math.Min(most, Count)).Select(index => (Seed + index, ProblemGenerator.Generate(Seed + index)));
}
