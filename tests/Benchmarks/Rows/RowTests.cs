using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Rows;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver.Results;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Tests.Rows;

public sealed class RowTests
{
    private static readonly WorkRow Small = new("small", 40, 2, OrderFamily.Composite, TimeSpan.FromSeconds(10), 0.01);

    [Fact]
    public void A_row_is_measured_and_written()
    {
        StringWriter output = new();
        RowRun run = new(new SyntheticProblems(), TimeProvider.System);
        IReadOnlyList<RowMeasurement> own = run.Solve(Small, ContenderFactory.Create(ContenderKind.Fulcrum, TimeProvider.System, 1), firstSeed: 1, count: 3, TimeSpan.FromMinutes(1));
        IReadOnlyList<RowMeasurement> other = run.Compare(Small, ContenderFactory.Create(ContenderKind.Scip, TimeProvider.System, 1), own, Small.Limit);

        new RowTable(output).Write(Small, own);
        new RowTable(output).WriteReference(Small, other, own);

        own.Select(static one => one.Seed).ShouldBe([1, 2, 3]);
        output.ToString().Split('\n')[0].ShouldStartWith("| small | 40 × 2 | 3 | 10000 |");
        output.ToString().ShouldContain("| small | scip | 3 | 3, 3, 3 |");
    }

    [Fact]
    public void Answers_that_contradict_each_other_stop_the_run()
    {
        RowMeasurement planned = new(1, "a", new Answer(PlacementStatus.Feasible, null, 90, 1, []), 100);
        RowMeasurement denied = new(1, "b", new Answer(PlacementStatus.Infeasible, null, null, 1, []), null);
        RowMeasurement tooHigh = new(1, "c", new Answer(PlacementStatus.Optimal, null, 110, 1, []), 110);

        Should.Throw<WrongAnswerException>(() => RowMeter.CheckAgreement(planned, denied)).Message.ShouldContain("seed 1");
        Should.Throw<WrongAnswerException>(() => RowMeter.CheckAgreement(planned, tooHigh)).Message.ShouldContain("seed 1");
    }

    [Fact]
    public void The_time_to_a_gap_is_that_of_the_first_point_within()
    {
        Answer answer = new(PlacementStatus.Optimal, null, 100, 30, [new TracePoint(5, 120, 90), new TracePoint(10, 101, 100), new TracePoint(30, 100, 100)]);

        answer.MillisecondsToGap(0.01).ShouldBe(10);
        answer.MillisecondsToGap(0).ShouldBe(30);
        (answer with { Trace = [new TracePoint(5, 120, 90)] }).MillisecondsToGap(0.01).ShouldBe(double.PositiveInfinity);
    }
}
