using System.CommandLine;
using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Instances;

/// <summary>Solves the instances of public sets and compares with what is published.</summary>
internal sealed class InstanceCommand : RootCommand
{
    private readonly Option<int> _limit;
    private readonly Option<int> _workers = CommandOptions.Number("--workers", "Threads of a search that can use several.", 2);
    private readonly Option<ContenderKind> _solver = new("--solver") { Description = "Who solves." };
    private readonly Option<string[]> _only = CommandOptions.Several("--only", "Only instances whose name contains one of these.", Array.Empty<string>());
    private readonly IReadOnlyList<(string Title, Func<IReadOnlyList<PublishedInstance>> Read)> _sets;
    private readonly TextWriter _output;
    private readonly TextWriter _error;

    private InstanceCommand(
        string description, int limitSeconds, IReadOnlyList<(string Title, Func<IReadOnlyList<PublishedInstance>> Read)> sets, TextWriter output, TextWriter error)
        : base(description)
    {
        (_sets, _output, _error) = (sets, output, error);
        _limit = CommandOptions.Number("--limit", "Seconds for an instance.", limitSeconds);
        foreach (Option option in (Option[])[_limit, _workers, _solver, _only]) Add(option);
        SetAction(Run);
    }

    /// <summary>The command <c>gap</c>.</summary>
    public static InstanceCommand Gap(TextWriter output, TextWriter error) =>
        new("Generalized assignment: 84 instances.", 10, [("generalized assignment", PublishedSets.Gap)], output, error);

    /// <summary>The command <c>cflp</c>.</summary>
    public static InstanceCommand Cflp(TextWriter output, TextWriter error) => new(
        "Capacitated facility location of OR-Library, in both forms.",
        5,
        [("facility location, demand splittable (demands 549 and 129 of cap41 to cap51 read as 5495 and 12912)", PublishedSets.CflpSplittable), ("facility location, single source", PublishedSets.CflpSingleSource)],
        output,
        error);

    private int Run(ParseResult parsed)
    {
        try
        {
            foreach ((string title, Func<IReadOnlyList<PublishedInstance>> read) in _sets) Print(parsed, title, read());
            return 0;
        }
        catch (Exception exception) when (exception is IOException or FormatException or WrongAnswerException)
        {
            _error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private void Print(ParseResult parsed, string title, IReadOnlyList<PublishedInstance> instances)
    {
        string[] only = parsed.GetRequiredValue(_only);
        TimeSpan limit = TimeSpan.FromSeconds(parsed.GetValue(_limit));
        IContender contender = ContenderFactory.Create(parsed.GetValue(_solver), TimeProvider.System, parsed.GetValue(_workers));
        PublishedInstance[] chosen = [.. instances.Where(instance => only.Length == 0 || only.Any(part => instance.Name.Contains(part, StringComparison.Ordinal)))];
        if (chosen.Length == 0) return;
        contender.Solve(chosen[0].Problem.Value, limit);

        _output.WriteLine($"{title}: {contender.Name}, limit {limit.TotalSeconds} s, {parsed.GetValue(_workers)} workers");
        _output.WriteLine($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}; {MachineDescription.Line}; load average before: {MachineDescription.Load}");
        _output.WriteLine();
        InstanceTable table = new(_output);
        table.WriteHeader();
        InstanceResult[] results = [.. chosen.Select(instance => table.Write(InstanceResult.Of(instance, contender.Solve(instance.Problem.Value, limit))))];
        table.WriteSummary(results);
    }
}
