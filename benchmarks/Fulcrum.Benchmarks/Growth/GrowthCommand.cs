using System.CommandLine;
using System.Globalization;
using Fulcrum.Benchmarks.Catalog;
using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Plotting;
using Fulcrum.Benchmarks.Rows;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver;
using Fulcrum.Solver.Model;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Growth;

/// <summary>How time and memory of a solve grow with pools and items, as a table and a plot.</summary>
internal sealed class GrowthCommand : RootCommand
{
    private readonly Option<int[]> _pools = CommandOptions.Numbers("--pools", "Pools of the market.", [200, 1_000, 5_000, 10_000, 30_000, 100_000]);
    private readonly Option<int[]> _items = CommandOptions.Numbers("--items", "Items of the order.", [1, 3, 8, 20]);
    private readonly Option<int> _seeds = CommandOptions.Number("--seeds", "Orders of each size.", 9);
    private readonly Option<int> _limit = CommandOptions.Number("--time-limit", "Milliseconds for a solve.", 1_000);
    private readonly Option<int> _workers = CommandOptions.Number("--workers", "Threads of the search.", 2);
    private readonly Option<bool> _synthetic = new("--synthetic") { Description = "Synthetic federations instead of those made of ../shared/data/catalog." };
    private readonly Option<FileInfo?> _svg = new("--svg") { Description = "File for the plot." };
    private readonly TextWriter _output;
    private readonly TextWriter _error;

    /// <summary>The command.</summary>
    /// <param name="output">Takes the table.</param>
    /// <param name="error">Takes complaints.</param>
    public GrowthCommand(TextWriter output, TextWriter error)
        : base("Time and memory of a solve against pools and items.")
    {
        (_output, _error) = (output, error);
        foreach (Option option in (Option[])[_pools, _items, _seeds, _limit, _workers, _synthetic, _svg]) Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            IProblemSource source = parsed.GetValue(_synthetic) ? new SyntheticProblems() : new CatalogProblems(CatalogFolder.Open());
            RunHeader.Write(_output, "growth", $"{source.Description}, orders of the family composite; limit {parsed.GetValue(_limit)} ms, {parsed.GetValue(_workers)} workers");
            IReadOnlyList<GrowthPoint> points = Print(parsed, source);
            RunHeader.WriteEnd(_output);
            if (parsed.GetValue(_svg) is { } file) File.WriteAllText(file.FullName, Plot(points).ToSvg());
            return 0;
        }
        catch (Exception exception) when (exception is IOException or WrongAnswerException)
        {
            _error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private List<GrowthPoint> Print(ParseResult parsed, IProblemSource source)
    {
        IContender contender = new FulcrumContender(TimeProvider.System, SolveStrategy.Pipeline, parsed.GetValue(_workers));
        TimeSpan limit = TimeSpan.FromMilliseconds(parsed.GetValue(_limit));
        _output.WriteLine("| pools | items | orders | median ms | p95 ms | proved | allocated KiB, median | bytes of columns per pool |");
        _output.WriteLine("|--:|--:|--:|--:|--:|--:|--:|--:|");
        List<GrowthPoint> points = [];
        foreach (int pools in parsed.GetRequiredValue(_pools))
        {
            foreach (int items in parsed.GetRequiredValue(_items))
            {
                points.Add(Measure(source, contender, pools, items, parsed.GetValue(_seeds), limit));
                Write(points[^1], parsed.GetValue(_seeds));
            }
        }

        return points;
    }

    private void Write(GrowthPoint point, int seeds)
    {
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {point.Pools} | {point.Items} | {seeds} | {point.MedianMilliseconds:0.00} | {point.P95Milliseconds:0.00} | {point.ProvedShare:0 %} | {point.MedianAllocatedBytes / 1024:0} | {point.ColumnBytesPerPool:0} |"));
        _output.Flush();
    }

    /// <summary>The first order of a size is not measured: it warms up code and market.</summary>
    private static GrowthPoint Measure(IProblemSource source, IContender contender, int pools, int items, int seeds, TimeSpan limit)
    {
        PlacementProblem first = source.Create(pools, items, OrderFamily.Composite, 0);
        contender.Solve(first, limit);
        List<RowMeasurement> done = [];
        List<double> allocated = [];
        for (int seed = 1; seed <= seeds; seed++)
        {
            PlacementProblem problem = source.Create(pools, items, OrderFamily.Composite, seed);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            contender.Solve(problem, limit);
            allocated.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
            done.Add(RowMeter.Measure(contender, problem, seed, limit));
        }

        double[] times = [.. done.Select(static one => one.Answer.Milliseconds)];
        return new GrowthPoint(
            pools,
            items,
            Statistics.Median(times),
            Statistics.Percentile(times, 95),
            done.Count(static one => one.Answer.IsProved) / (double)done.Count,
            Statistics.Median(allocated),
            first.Supply is { } supply ? supply.ColumnBytes / (double)pools : double.NaN);
    }

    private static LinePlot Plot(IReadOnlyList<GrowthPoint> points) => new(
        "Time of a solve",
        Axis.Logarithmic("pools", points.Select(static point => (double)point.Pools)),
        Axis.Logarithmic("median ms", points.Select(static point => point.MedianMilliseconds)),
        [
            .. points.GroupBy(static point => point.Items).Select(static line => (
                line.Key == 1 ? "1 item" : $"{line.Key} items",
                (IReadOnlyList<(double, double)>)[.. line.Select(static point => ((double)point.Pools, point.MedianMilliseconds))])),
        ]);
}
