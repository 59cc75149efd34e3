using Fulcrum.Contracts.Documents;
using Spectre.Console;

namespace Fulcrum.Cli.Reports;

/// <summary>Writes the trade-off between price, locality and sovereignty as a table.</summary>
/// <param name="console">Where to.</param>
/// <param name="placeOf">Names the place of an assignment.</param>
internal sealed class FrontierReport(IAnsiConsole console, Func<AssignmentDocument, string> placeOf)
{
    /// <summary>Writes the plans, one a row.</summary>
    public void Write(FrontierDocument frontier)
    {
        console.WriteLine(Headline(frontier));
        if (frontier.Plans.IsEmpty) return;
        DataTable table = new(">EUR per month", ">Locality", ">Sovereignty", "Least", "Proved", "Items");
        foreach (FrontierPlanDocument point in frontier.Plans)
        {
            ScoreDocument score = point.Plan.Score;
            table.Add(
                Figures.Money(score.Price),
                Figures.Money(score.Locality),
                Figures.Money(score.Sovereignty),
                string.Join(", ", point.Corners.Select(Figures.Word)),
                point.Plan.Certificate.Status == PlacementStatus.Optimal ? "yes" : "no",
                Items(point.Plan));
        }

        table.WriteTo(console);
    }

    private static string Headline(FrontierDocument frontier) => frontier switch
    {
        { Complete: false } => $"Frontier: {frontier.Plans.Length} found; time ran out before all were. Maybe allow more time.",
        { Plans.Length: 1 } => "Frontier: one plan is the best in every term.",
        _ => $"Frontier: {frontier.Plans.Length} plans, each better in some term than each other.",
    };

    private string Items(PlanDocument plan) => string.Join(Environment.NewLine, plan.Assignments.GroupBy(static assignment => assignment.ItemId)
        .Select(item => $"{item.Key}: {string.Join(", ", item.GroupBy(placeOf).Select(static place => $"{place.Sum(static assignment => assignment.Quantity)} × {place.Key}"))}"));
}
