using System.CommandLine;
using Fulcrum.Cli.Input;
using Fulcrum.Cli.Reports;
using Fulcrum.Contracts.Documents;
using Fulcrum.Planning;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Cli.Commands;

/// <summary>Runs the independent checker on a plan, at the plan's instant of decision.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Option<string> _federation = CommonOptions.Federation();
    private readonly Option<string> _order = new("--order") { Description = "The order that was planned.", HelpName = "file", Required = true };
    private readonly Option<string> _plan = new("--plan")
    {
        Description = "The plan, as solve --json writes it.",
        HelpName = "file",
        Required = true,
    };

    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly CommandContext _context;

    public CheckCommand(CommandContext context)
        : base("check", "Verify a plan: every rule, every price, the certificate. Exit code 0: valid; 1: not valid; 2: bad input.")
    {
        _context = context;
        foreach (Option option in (Option[])[_federation, _order, _plan, _json]) Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        MarketSnapshot market = DocumentFiles.ReadMarket(parsed.GetRequiredValue(_federation));
        OrderDocument order = DocumentFiles.ReadOrder(parsed.GetRequiredValue(_order), market);
        string file = parsed.GetRequiredValue(_plan);
        DecisionDocument decision = DocumentFiles.ReadDecision(file);
        PlanDocument plan = decision.Plan ?? throw WithoutPlan(file, decision);
        PlacementProblem problem = market.ToProblem(order, decision.DecidedAt);
        IReadOnlyList<Violation> violations = [.. PlanVerifier.Check(problem, decision, plan), .. PlanVerifier.CheckOthers(problem, decision)];
        _context.Output.WriteLine(parsed.GetValue(_json) ? CheckReportText.Json(violations) : CheckReportText.Plain(decision, plan, violations));
        return violations.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static BadInputException WithoutPlan(string file, DecisionDocument decision) =>
        new(file, $"The decision is {decision.Status.ToString().ToLowerInvariant()} and has no plan to check.");
}
