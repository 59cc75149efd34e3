using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Fulcrum.Cli.Input;
using Fulcrum.Cli.Reports;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Reading;
using Fulcrum.Planning;
using Fulcrum.Solver;

namespace Fulcrum.Cli.Commands;

/// <summary>Plans orders against a federation in a file, without a silo.</summary>
internal sealed class SolveCommand : Command
{
    private const int WorkersMax = 64;

    private readonly Option<string> _federation = CommonOptions.Federation();
    private readonly Option<string?> _order = new("--order") { Description = "The order to plan.", HelpName = "file" };
    private readonly Option<string?> _orders = new("--orders")
    {
        Description = "Plan each order of a folder against the untouched federation, one JSON line each.",
        HelpName = "folder",
    };

    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<bool> _explain = CommonOptions.Explain();
    private readonly Option<int?> _alternatives = CommonOptions.Alternatives();
    private readonly Option<bool> _frontier = CommonOptions.Frontier();
    private readonly Option<(string ItemId, string ProviderId)?> _whyNot = CommonOptions.WhyNot();
    private readonly Option<int?> _timeLimit = CommonOptions.Count("--time-limit", "Milliseconds for a solve.", DocumentLimits.SolveMillisecondsMax);
    private readonly Option<int?> _workers = CommonOptions.Count("--workers", "Threads of the search; by default one per processor.", WorkersMax);
    private readonly Option<string> _strategy = new("--strategy")
    {
        Description = "The method; plain is the straightforward CP-SAT model alone, for comparison.",
        DefaultValueFactory = static _ => "pipeline",
    };

    private readonly Option<DateTimeOffset?> _at = CommonOptions.Instant(
        "--at", "The instant of the decision, at which certificates are valid or not; by default now.");

    private readonly Option<long?> _seed = new("--seed")
    {
        Description = "Breaks ties; by default derived from the order's id.",
        HelpName = "number",
    };

    private readonly CommandContext _context;
    private readonly Planner _planner;

    public SolveCommand(CommandContext context)
        : base("solve", "Plan orders offline. Exit code 0: a plan; 3: none exists; 4: time ran out with no plan; 2: bad input.")
    {
        _context = context;
        _planner = new Planner(context.Time);
        _strategy.AcceptOnlyFromAmong("pipeline", "plain");
        foreach (Option option in (Option[])[_federation, _order, _orders, _json, _explain, _alternatives, _frontier, _whyNot, _timeLimit, _workers, _strategy, _at, _seed]) Add(option);
        Validators.Add(RefuseUnlessOneSource);
        SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed, cancellationToken)));
    }

    private void RefuseUnlessOneSource(CommandResult result)
    {
        bool isOne = result.GetResult(_order) is null ^ result.GetResult(_orders) is null;
        if (!isOne) result.AddError("Give either --order or --orders.");
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        MarketSnapshot market = DocumentFiles.ReadMarket(parsed.GetRequiredValue(_federation));
        return parsed.GetValue(_orders) is { } folder
            ? RunFolder(parsed, market, folder, cancellationToken)
            : RunOne(parsed, market, parsed.GetValue(_order)!, cancellationToken);
    }

    private int RunOne(ParseResult parsed, MarketSnapshot market, string file, CancellationToken cancellationToken)
    {
        OrderDocument order = DocumentFiles.ReadOrder(file, market);
        DecisionDocument decision = Plan(parsed, market, file, order, cancellationToken);
        if (parsed.GetValue(_json)) _context.Output.WriteLine(JsonSerializer.Serialize(decision, FulcrumJson.Indented));
        else new DecisionReport(_context.Tables(), market).Write(order, decision, parsed.GetValue(_explain));
        return ExitCodeOf(decision.Status);
    }

    private int RunFolder(ParseResult parsed, MarketSnapshot market, string folder, CancellationToken cancellationToken) =>
        DocumentFiles.OrdersIn(folder).Select(file => RunLine(parsed, market, file, cancellationToken)).ToArray().MaxBy(Severity);

    private int RunLine(ParseResult parsed, MarketSnapshot market, string file, CancellationToken cancellationToken)
    {
        try
        {
            DecisionDocument decision = Plan(parsed, market, file, DocumentFiles.ReadOrder(file, market), cancellationToken);
            _context.Output.WriteLine(OrderLine.Of(file, decision));
            return ExitCodeOf(decision.Status);
        }
        catch (BadInputException exception)
        {
            exception.WriteTo(_context.Error);
            _context.Output.WriteLine(OrderLine.Of(file, exception));
            return ExitCodes.BadInput;
        }
    }

    private DecisionDocument Plan(ParseResult parsed, MarketSnapshot market, string file, OrderDocument order, CancellationToken cancellationToken)
    {
        try
        {
            return _planner.Plan(market, order, parsed.GetValue(_at) ?? _context.Time.GetUtcNow(), OptionsOf(parsed, order), QuestionsOf(parsed, market, order), cancellationToken);
        }
        catch (ProblemTooLargeException exception)
        {
            throw new BadInputException(file, exception.Message);
        }
    }

    private PlanQuestions QuestionsOf(ParseResult parsed, MarketSnapshot market, OrderDocument order)
    {
        (string ItemId, string ProviderId)? whyNot = parsed.GetValue(_whyNot);
        FaultList faults = new();
        if (whyNot is { } question)
        {
            References.MustExist(question.ItemId, [.. order.Items.Select(static item => item.Id)], "item", NodePath.Root.Member("itemId"), faults);
            References.MustExist(question.ProviderId, market.Directory.Providers, "provider", NodePath.Root.Member("providerId"), faults);
        }

        if (!faults.IsEmpty) throw new BadInputException("--why-not", "The question names something that does not exist.", faults.ToImmutable());
        return new PlanQuestions { Explain = parsed.GetValue(_explain), Alternatives = parsed.GetValue(_alternatives) ?? 0, Frontier = parsed.GetValue(_frontier), WhyNot = whyNot };
    }

    private SolveOptions OptionsOf(ParseResult parsed, OrderDocument order)
    {
        SolveOptions asked = OrderTranslation.ToOptions(order.Limits, new SolveOptions());
        return asked with
        {
            Strategy = Enum.Parse<SolveStrategy>(parsed.GetRequiredValue(_strategy), ignoreCase: true),
            TimeLimit = parsed.GetValue(_timeLimit) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : asked.TimeLimit,
            Workers = parsed.GetValue(_workers) ?? Environment.ProcessorCount,
            Seed = parsed.GetValue(_seed) ?? asked.Seed,
        };
    }

    private static int ExitCodeOf(PlacementStatus status) => status switch
    {
        PlacementStatus.Infeasible => ExitCodes.Infeasible,
        PlacementStatus.Unknown => ExitCodes.Unknown,
        _ => ExitCodes.Success,
    };

    private static int Severity(int exitCode) => exitCode switch
    {
        ExitCodes.BadInput => 3,
        ExitCodes.Unknown => 2,
        ExitCodes.Infeasible => 1,
        _ => 0,
    };
}
