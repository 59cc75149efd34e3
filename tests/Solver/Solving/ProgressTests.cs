using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>What a caller is told while an order is solved.</summary>
public sealed class ProgressTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Plans_and_bounds_only_get_better_and_hold_to_the_end(int seed)
    {
        PlacementProblem problem = Federation.Generate(300, 5, seed);
        Record record = new();
        PlacementResult result = new PlacementSolver(TimeProvider.System).Solve(
            problem, new SolveOptions { Progress = record, TimeLimit = TimeSpan.FromSeconds(20) }, TestContext.Current.CancellationToken);

        record.Told.ShouldNotBeEmpty();
        foreach ((SolveProgress earlier, SolveProgress later) in record.Told.Zip(record.Told.Skip(1)))
        {
            later.Bound.ShouldBeGreaterThanOrEqualTo(earlier.Bound);
            if (earlier.Objective is { } objective) later.Objective!.Value.ShouldBeLessThanOrEqualTo(objective);
        }

        foreach (SolveProgress told in record.Told)
        {
            told.Bound.ShouldBeLessThanOrEqualTo(result.Certificate!.Objective);
            if (told.Objective is { } objective) objective.ShouldBeGreaterThanOrEqualTo(result.Certificate.Bound);
        }
    }

    private sealed class Record : IProgress<SolveProgress>
    {
        public List<SolveProgress> Told { get; } = [];

        public void Report(SolveProgress value) => Told.Add(value);
    }
}
