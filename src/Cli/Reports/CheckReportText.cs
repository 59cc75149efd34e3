using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Reading;
using Fulcrum.Solver.Checking;

namespace Fulcrum.Cli.Reports;

/// <summary>Writes the checker's verdict.</summary>
internal static class CheckReportText
{
    /// <summary>For programs.</summary>
    public static string Json(IReadOnlyList<Violation> violations) =>
        JsonSerializer.Serialize(new { Valid = violations.Count == 0, Violations = violations }, FulcrumJson.Indented);

    /// <summary>For people.</summary>
    public static string Plain(DecisionDocument decision, PlanDocument plan, IReadOnlyList<Violation> violations) => violations.Count == 0
        ? $"valid: {Counted(plan.Assignments.Length, "assignment")}, {Figures.Money(plan.PriceMonthly)} EUR per month, at {InstantSyntax.Format(decision.DecidedAt)}{Others(decision)}"
        : string.Join(Environment.NewLine, [$"not valid: {Counted(violations.Count, "violation")}", .. violations.Select(Line)]);

    private static string Others(DecisionDocument decision) =>
        (decision.Alternatives is { IsEmpty: false } others ? $"; {Counted(others.Length, "alternative")} valid too" : "")
        + (decision.Frontier is { Plans: { IsEmpty: false } plans } ? $"; {Counted(plans.Length, "plan")} of the frontier valid too" : "");

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Line(Violation violation) => $"  [{violation.Rule}] {violation.Subject}: {violation.Message}";
}
