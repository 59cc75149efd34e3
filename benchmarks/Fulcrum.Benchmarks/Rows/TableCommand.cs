using System.CommandLine;
using Fulcrum.Benchmarks.Catalog;
using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver;

namespace Fulcrum.Benchmarks.Rows;

/// <summary>Solves many orders of several kinds of work, and some of them with reference solvers, and prints the times as tables.</summary>
internal sealed class TableCommand : RootCommand
{
    private readonly Option<string[]> _rows = CommandOptions.Several("--rows", "Kinds of work.", [.. WorkRow.All.Select(static row => row.Name)]);
    private readonly Option<int> _seeds = CommandOptions.Number("--seeds", "Orders of each kind.", 100);
    private readonly Option<int> _seed = CommandOptions.Number("--seed", "Seed of the first order; the next ones count on.", 1);
    private readonly Option<int> _workers = CommandOptions.Number("--workers", "Threads of a search that can use several.", 2);
    private readonly Option<int> _rowSeconds = CommandOptions.Number("--row-seconds", "Seconds after which a kind of work begins no further order.", 60);
    private readonly Option<string[]> _referenceRows = CommandOptions.Several("--reference-rows", "Kinds of work that reference solvers do too.", ["three", "eight", "infeasible"]);
    private readonly Option<ContenderKind[]> _references = CommandOptions.Several("--references", "Reference solvers.", [ContenderKind.Plain, ContenderKind.CpSat, ContenderKind.Scip]);
    private readonly Option<int> _referenceSeeds = CommandOptions.Number("--reference-seeds", "Orders of each kind that reference solvers do.", 3);
    private readonly Option<int> _referenceLimit = CommandOptions.Number("--reference-limit", "Seconds for a solve of a reference solver.", 8);
    private readonly Option<bool> _synthetic = new("--synthetic") { Description = "Synthetic federations instead of those made of ../shared/data/catalog." };
    private readonly TextWriter _output;
    private readonly TextWriter _error;

    /// <summary>The command.</summary>
    /// <param name="output">Takes the tables.</param>
    /// <param name="error">Takes complaints.</param>
    public TableCommand(TextWriter output, TextWriter error)
        : base("Time to proof and to a small gap, over many orders of several kinds, also against reference solvers.")
    {
        (_output, _error) = (output, error);
        foreach (Option option in (Option[])[_rows, _seeds, _seed, _workers, _rowSeconds, _referenceRows, _references, _referenceSeeds, _referenceLimit, _synthetic]) Add(option);
        _rows.AcceptOnlyFromAmong([.. WorkRow.All.Select(static row => row.Name)]);
        _referenceRows.AcceptOnlyFromAmong([.. WorkRow.All.Select(static row => row.Name)]);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            IProblemSource source = parsed.GetValue(_synthetic) ? new SyntheticProblems() : new CatalogProblems(CatalogFolder.Open());
            Print(parsed, source);
            return 0;
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or WrongAnswerException)
        {
            _error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private void Print(ParseResult parsed, IProblemSource source)
    {
        (int first, int count, int workers) = (parsed.GetValue(_seed), parsed.GetValue(_seeds), parsed.GetValue(_workers));
        RowRun run = new(source, TimeProvider.System);
        IContender own = new FulcrumContender(TimeProvider.System, SolveStrategy.Pipeline, workers);
        RunHeader.Write(_output, "table", $"{source.Description}; orders from seed {first} on; {workers} workers");
        RowTable table = new(_output);
        table.WriteHeader();
        Dictionary<string, IReadOnlyList<RowMeasurement>> done = new(StringComparer.Ordinal);
        foreach (WorkRow row in Chosen(parsed.GetRequiredValue(_rows)))
        {
            done[row.Name] = run.Solve(row, own, first, count, TimeSpan.FromSeconds(parsed.GetValue(_rowSeconds)));
            table.Write(row, done[row.Name]);
        }

        PrintReferences(parsed, run, table, done);
        RunHeader.WriteEnd(_output);
    }

    private void PrintReferences(ParseResult parsed, RowRun run, RowTable table, Dictionary<string, IReadOnlyList<RowMeasurement>> done)
    {
        TimeSpan limit = TimeSpan.FromSeconds(parsed.GetValue(_referenceLimit));
        _output.WriteLine();
        _output.WriteLine($"References on the first orders of each kind, limit {limit.TotalSeconds} s; times of cp-sat and scip are without the making of their model.");
        _output.WriteLine();
        table.WriteReferenceHeader();
        foreach (WorkRow row in Chosen(parsed.GetRequiredValue(_referenceRows)).Where(row => done.ContainsKey(row.Name)))
        {
            RowMeasurement[] own = [.. done[row.Name].Take(parsed.GetValue(_referenceSeeds))];
            foreach (ContenderKind kind in parsed.GetRequiredValue(_references))
            {
                table.WriteReference(row, run.Compare(row, ContenderFactory.Create(kind, TimeProvider.System, parsed.GetValue(_workers)), own, limit), own);
            }
        }
    }

    private static IEnumerable<WorkRow> Chosen(string[] names) => WorkRow.All.Where(row => names.Contains(row.Name, StringComparer.Ordinal));
}
