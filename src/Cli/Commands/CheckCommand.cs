using System.CommandLine;
using System.CommandLine.Parsing;
using Fulcrum.Cli.Input;
using Fulcrum.Cli.Reports;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Planning;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Cli.Commands;

/// <summary>Runs the independent checker on a plan, at the plan's instant of decision.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Option<string?> _federation = new("--federation") { Description = "The federation that was planned on.", HelpName = "file" };
    private readonly Option<string?> _order = new("--order") { Description = "The order that was planned.", HelpName = "file" };
    private readonly Option<string?> _plan = new("--plan") { Description = "The plan, as solve --json writes it.", HelpName = "file" };
    private readonly Option<string?> _decision = new("--decision")
    {
        Description = "Instead of the three: a decision with its evidence, as GET /orders/{id}/decision answers it.",
        HelpName = "file",
    };

    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly CommandContext _context;

    public CheckCommand(CommandContext context)
        : base("check", "Verify a plan: every rule, every price, the certificate. Exit code 0: valid; 1: not valid; 2: bad input.")
    {
        _context = context;
        foreach (Option option in (Option[])[_federation, _order, _plan, _decision, _json]) Add(option);
        Validators.Add(RefuseUnlessOneSource);
        SetAction(Run);
    }

    private void RefuseUnlessOneSource(CommandResult result)
    {
        int files = ((Option[])[_federation, _order, _plan]).Count(option => result.GetResult(option) is not null);
        int wanted = result.GetResult(_decision) is null ? 3 : 0;
        if (files != wanted) result.AddError("Give either --federation, --order and --plan, or --decision alone.");
    }

    private int Run(ParseResult parsed)
    {
        (DecisionDocument decision, PlanDocument plan, PlacementProblem problem) = parsed.GetValue(_decision) is { } file ? ReadDecision(file) : ReadFiles(parsed);
        IReadOnlyList<Violation> violations = [.. PlanVerifier.Check(problem, decision, plan), .. PlanVerifier.CheckOthers(problem, decision)];
        _context.Output.WriteLine(parsed.GetValue(_json) ? CheckReportText.Json(violations) : CheckReportText.Plain(decision, plan, violations));
        return violations.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private (DecisionDocument Decision, PlanDocument Plan, PlacementProblem Problem) ReadFiles(ParseResult parsed)
    {
        MarketSnapshot market = DocumentFiles.ReadMarket(parsed.GetValue(_federation)!);
        OrderDocument order = DocumentFiles.ReadOrder(parsed.GetValue(_order)!, market);
        string file = parsed.GetValue(_plan)!;
        DecisionDocument decision = DocumentFiles.ReadDecision(file);
        return (decision, decision.Plan ?? throw WithoutPlan(file, decision), market.ToProblem(order, decision.DecidedAt));
    }

    private static (DecisionDocument Decision, PlanDocument Plan, PlacementProblem Problem) ReadDecision(string file)
    {
        OrderDecisionResource read = DocumentFiles.ReadOrderDecision(file);
        PlanDocument plan = read.Decision.Plan ?? throw WithoutPlan(file, read.Decision);
        if (read.Evidence is not { Federation: { } federation } evidence) throw new BadInputException(file, "The decision has no evidence of the federation that it was planned on.");
        MarketSnapshot market = EvidenceTranslation.ToSnapshot(federation, evidence.Claims);
        return (read.Decision, plan, market.ToProblem(read.Order, read.Decision.DecidedAt));
    }

    private static BadInputException WithoutPlan(string file, DecisionDocument decision) =>
        new(file, $"The decision is {decision.Status.ToString().ToLowerInvariant()} and has no plan to check.");
}
