using System.CommandLine;
using Fulcrum.Benchmarks.Catalog;
using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver;
using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Explanation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Questions;

/// <summary>Asks for alternatives to plans, and why orders have none, and prints how long the answers take.</summary>
internal sealed class QuestionCommand : RootCommand
{
    private const int Pools = 1_000;
    private const int ItemsOfAlternatives = 8;
    private const int ItemsOfConflicts = 3;
    private const int WarmUpSeeds = 5;

    private readonly Option<int> _seeds = CommandOptions.Number("--seeds", "Orders of each kind.", 100);
    private readonly Option<int> _seed = CommandOptions.Number("--seed", "Seed of the first order; the next ones count on.", 1);
    private readonly Option<int> _count = CommandOptions.Number("--alternatives", "Plans wanted beside the best.", 5);
    private readonly Option<int> _workers = CommandOptions.Number("--workers", "Threads of a search that can use several.", 2);
    private readonly Option<int> _seconds = CommandOptions.Number("--limit", "Seconds for an answer.", 2);
    private readonly Option<int> _rowSeconds = CommandOptions.Number("--row-seconds", "Seconds after which a kind of question is asked no more.", 120);
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly PlacementSolver _solver = new(TimeProvider.System);

    /// <summary>The command.</summary>
    /// <param name="output">Takes the tables.</param>
    /// <param name="error">Takes complaints.</param>
    public QuestionCommand(TextWriter output, TextWriter error)
        : base("Time to the answers of questions about orders: alternatives of a plan, and why there is none and what would help.")
    {
        (_output, _error) = (output, error);
        foreach (Option option in (Option[])[_seeds, _seed, _count, _workers, _seconds, _rowSeconds]) Add(option);
        SetAction(Run);
    }

    private sealed record Answer(double Milliseconds, bool IsWhole, int Parts);

    private int Run(ParseResult parsed)
    {
        try
        {
            CatalogProblems source = new(CatalogFolder.Open());
            SolveOptions options = new() { Workers = parsed.GetValue(_workers), TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(_seconds)) };
            RunHeader.Write(_output, "questions", $"{source.Description}; orders from seed {parsed.GetValue(_seed)} on; {options.Workers} workers; limit {options.TimeLimit.TotalSeconds} s");
            _output.WriteLine("| question | pools × items | orders | ms: median | p95 | whole answers | parts of an answer, mean |");
            _output.WriteLine("|---|---|--:|--:|--:|--:|--:|");
            int count = parsed.GetValue(_count);
            Ask(parsed, "alternatives", ItemsOfAlternatives, seed => Alternatives(source.Create(Pools, ItemsOfAlternatives, OrderFamily.Composite, seed), count, options));
            Ask(parsed, "conflict and relaxations", ItemsOfConflicts, seed => Conflict(source.Create(Pools, ItemsOfConflicts, OrderFamily.Infeasible, seed), options));
            RunHeader.WriteEnd(_output);
            return 0;
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or WrongAnswerException)
        {
            _error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private void Ask(ParseResult parsed, string question, int items, Func<long, Answer?> ask)
    {
        for (int seed = 1; seed <= WarmUpSeeds; seed++) ask(-parsed.GetValue(_seed) - seed);
        List<Answer> answers = [];
        long startedAt = TimeProvider.System.GetTimestamp();
        TimeSpan most = TimeSpan.FromSeconds(parsed.GetValue(_rowSeconds));
        for (int seed = parsed.GetValue(_seed); seed < parsed.GetValue(_seed) + parsed.GetValue(_seeds) && TimeProvider.System.GetElapsedTime(startedAt) < most; seed++)
        {
            if (ask(seed) is { } answer) answers.Add(answer);
        }

        double[] times = [.. answers.Select(static answer => answer.Milliseconds)];
        _output.WriteLine(FormattableString.Invariant(
            $"| {question} | {Pools} × {items} | {answers.Count} | {Statistics.Median(times):F1} | {Statistics.Percentile(times, 95):F1} | {100.0 * answers.Count(static answer => answer.IsWhole) / Math.Max(1, answers.Count):F0} % | {answers.Select(static answer => answer.Parts).DefaultIfEmpty(0).Average():F1} |"));
    }

    /// <summary>Null when the order has no plan to begin with.</summary>
    private Answer? Alternatives(PlacementProblem problem, int count, SolveOptions options)
    {
        if (_solver.Solve(problem, options).Plan is not { } best) return null;
        long startedAt = TimeProvider.System.GetTimestamp();
        AlternativePlans found = new AlternativeSearch(_solver, TimeProvider.System).Find(problem, best, count, options);
        double milliseconds = TimeProvider.System.GetElapsedTime(startedAt).TotalMilliseconds;
        Plan[] plans = [best, .. found.Plans.Select(static result => result.Plan!)];
        foreach (Plan plan in plans) _ = PlanValue.Of(problem, plan);
        if (plans.Select(plan => PlanSignature.Of(problem, plan)).Distinct().Count() < plans.Length) throw new WrongAnswerException($"Two alternatives for '{problem.Order.Id}' are the same.");
        return new Answer(milliseconds, found.IsComplete && found.Plans.All(static result => result.Status == PlacementStatus.Optimal), found.Plans.Count);
    }

    private Answer Conflict(PlacementProblem problem, SolveOptions options)
    {
        long startedAt = TimeProvider.System.GetTimestamp();
        OrderExplanation explanation = new Explainer(_solver, TimeProvider.System).Explain(problem, options);
        double milliseconds = TimeProvider.System.GetElapsedTime(startedAt).TotalMilliseconds;
        return new Answer(milliseconds, explanation.Conflict is { IsProved: true } && explanation.Relaxations.Any(static relaxation => relaxation.PriceMicros is not null), explanation.Relaxations.Count);
    }
}
