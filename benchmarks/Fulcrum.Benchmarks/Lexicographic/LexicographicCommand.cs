using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Fulcrum.Benchmarks.Catalog;
using Fulcrum.Solver;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Lexicographic;

/// <summary>Composite orders with strict orders of terms, by the pipeline and by the plain model.</summary>
internal sealed class LexicographicCommand : RootCommand
{
    private readonly Option<int[]> _pools = CommandOptions.Numbers("--pools", "Pools of the market.", [200, 1_000]);
    private readonly Option<int[]> _items = CommandOptions.Numbers("--items", "Items of the order.", [3, 8]);
    private readonly Option<int> _seeds = CommandOptions.Number("--seeds", "Orders of each size.", 3);
    private readonly Option<int> _limit = CommandOptions.Number("--time-limit", "Milliseconds for a solve.", 10_000);
    private readonly Option<int> _workers = CommandOptions.Number("--workers", "Threads of the search.", 2);
    private readonly PlacementSolver _solver = new(TimeProvider.System);
    private readonly TextWriter _output;
    private readonly TextWriter _error;

    /// <summary>The command.</summary>
    /// <param name="output">Takes the table.</param>
    /// <param name="error">Takes complaints.</param>
    public LexicographicCommand(TextWriter output, TextWriter error)
        : base("Lexicographic orders by the pipeline and by the plain model.")
    {
        (_output, _error) = (output, error);
        foreach (Option option in (Option[])[_pools, _items, _seeds, _limit, _workers]) Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            CatalogProblems source = new(CatalogFolder.Open());
            SolveOptions options = new() { TimeLimit = TimeSpan.FromMilliseconds(parsed.GetValue(_limit)), Workers = parsed.GetValue(_workers) };
            RunHeader.Write(_output, "lexicographic", $"{source.Description}, orders of the family composite; limit {parsed.GetValue(_limit)} ms, {options.Workers} workers");
            _output.WriteLine("| pools × items | terms | orders | pipeline ms: median | most | proved | plain ms: median | most | proved | equal where both proved |");
            _output.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|");
            foreach (int pools in parsed.GetRequiredValue(_pools))
            {
                foreach (int items in parsed.GetRequiredValue(_items)) Print(source, pools, items, parsed.GetValue(_seeds), options);
            }

            RunHeader.WriteEnd(_output);
            return 0;
        }
        catch (IOException exception)
        {
            _error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    /// <summary>The first order of a size is not measured: it warms up code and market.</summary>
    private void Print(CatalogProblems source, int pools, int items, int seeds, SolveOptions options)
    {
        foreach (StrictOrder strict in StrictOrder.All)
        {
            Solve(source, pools, items, strict, seed: 0, options);
            List<(Timed Pipeline, Timed Plain)> done = [];
            for (int seed = 1; seed <= seeds; seed++)
            {
                done.Add((Solve(source, pools, items, strict, seed, options), Solve(source, pools, items, strict, seed, options with { Strategy = SolveStrategy.Plain })));
            }

            (Timed Pipeline, Timed Plain)[] both = [.. done.Where(static pair => pair.Pipeline.IsProved && pair.Plain.IsProved)];
            _output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {pools} × {items} | {strict.Name} | {seeds} | {Text(done.Select(static pair => pair.Pipeline))} | {Text(done.Select(static pair => pair.Plain))} | {both.Count(static pair => pair.Pipeline.Answer == pair.Plain.Answer)}/{both.Length} |"));
            _output.Flush();
        }
    }

    private static string Text(IEnumerable<Timed> solves)
    {
        Timed[] all = [.. solves];
        double[] times = [.. all.Select(static one => one.Milliseconds)];
        return string.Create(CultureInfo.InvariantCulture, $"{Statistics.Median(times):0.0} | {times.Max():0.0} | {all.Count(static one => one.IsProved)}");
    }

    private Timed Solve(CatalogProblems source, int pools, int items, StrictOrder strict, long seed, SolveOptions options)
    {
        PlacementProblem problem = source.Create(pools, items, OrderFamily.Composite, seed);
        problem = problem with { Order = problem.Order with { Objective = strict.Objective } };
        long started = Stopwatch.GetTimestamp();
        PlacementResult result = _solver.Solve(problem, options);
        double milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        string answer = result.Certificate is { } certificate
            ? string.Join(", ", certificate.Stages.Select(stage => $"{stage.Term} {stage.ValueMicros} ≥ {stage.BoundMicros}, {result.Score!.Term(stage.Term)}"))
            : result.Status.ToString();
        return new Timed(milliseconds, result.Status is PlacementStatus.Optimal or PlacementStatus.Infeasible, answer);
    }

    private sealed record Timed(double Milliseconds, bool IsProved, string Answer);
}
