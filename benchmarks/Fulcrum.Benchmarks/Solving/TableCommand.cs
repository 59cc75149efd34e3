using System.CommandLine;
using Fulcrum.Benchmarks.Catalog;
using Fulcrum.Solver;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Solving;

/// <summary>Solves the same problems with both strategies and prints times beside what was proved.</summary>
internal sealed class TableCommand : RootCommand
{
    private const int WarmUpPools = 50;
    private const int WarmUpItems = 2;

    private readonly Option<int[]> _pools = CommandOptions.Numbers("--pools", "Pools of the federation.", [200, 1000, 5000]);
    private readonly Option<int[]> _items = CommandOptions.Numbers("--items", "Items of the order.", [1, 3, 8]);
    private readonly Option<int> _problems = CommandOptions.Number("--problems", "Problems for each pair of sizes.", 5);
    private readonly Option<int> _seed = CommandOptions.Number("--seed", "Seed of the first problem; the next ones count on.", 1);
    private readonly Option<int> _timeLimit = CommandOptions.Number("--time-limit", "Milliseconds for a solve.", (int)SolveOptions.TimeLimitDefault.TotalMilliseconds);
    private readonly Option<int> _workers = CommandOptions.Number("--workers", "Threads of the search.", 2);
    private readonly Option<OrderFamily> _family = new("--family") { Description = "Kind of orders." };
    private readonly Option<bool> _catalog = new("--catalog") { Description = "Federations of real offers from ../shared/data/catalog instead of synthetic ones." };
    private readonly TextWriter _output;
    private readonly TextWriter _error;

    /// <summary>The command.</summary>
    /// <param name="output">Takes the table.</param>
    /// <param name="error">Takes complaints.</param>
    public TableCommand(TextWriter output, TextWriter error)
        : base("Solve times and what was proved, both strategies on the same problems.")
    {
        (_output, _error) = (output, error);
        foreach (Option option in (Option[])[_pools, _items, _problems, _seed, _timeLimit, _workers, _family, _catalog]) Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            Print(parsed, Source(parsed));
            return 0;
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or WrongAnswerException)
        {
            _error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private IProblemSource Source(ParseResult parsed)
    {
        OrderFamily family = parsed.GetValue(_family);
        return parsed.GetValue(_catalog) ? new CatalogProblems(CatalogFolder.Open(), family) : new SyntheticProblems(family);
    }

    private void Print(ParseResult parsed, IProblemSource source)
    {
        SolveOptions options = new() { TimeLimit = TimeSpan.FromMilliseconds(parsed.GetValue(_timeLimit)), Workers = parsed.GetValue(_workers) };
        (int first, int count) = (parsed.GetValue(_seed), parsed.GetValue(_problems));
        SolveMeter meter = new(TimeProvider.System, options);
        meter.Measure(source.Create(WarmUpPools, WarmUpItems, first), first);

        _output.WriteLine($"{source.Description}; seeds {first} to {first + count - 1}; limit {options.TimeLimit.TotalMilliseconds} ms, {options.Workers} workers");
        _output.WriteLine($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}; {MachineDescription.Line}");
        _output.WriteLine($"load average before: {MachineDescription.Load}");
        _output.WriteLine();
        SolveTable table = new(_output);
        table.WriteHeader();
        foreach (int pools in parsed.GetRequiredValue(_pools))
        {
            foreach (int items in parsed.GetRequiredValue(_items))
            {
                table.WriteRows(pools, items, [.. Enumerable.Range(first, count).SelectMany(seed => meter.Measure(source.Create(pools, items, seed), seed))]);
            }
        }

        _output.WriteLine();
        _output.WriteLine($"load average after: {MachineDescription.Load}");
    }
}
