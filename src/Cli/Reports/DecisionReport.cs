using System.Globalization;
using Fulcrum.Contracts.Documents;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;
using Spectre.Console;
using Spectre.Console.Rendering;
using PlacementStatus = Fulcrum.Contracts.Documents.PlacementStatus;

namespace Fulcrum.Cli.Reports;

/// <summary>Writes a decision as tables.</summary>
internal sealed class DecisionReport(IAnsiConsole console, MarketSnapshot market)
{
    private readonly Dictionary<string, ResourcePool> _pools = market.Pools.ToDictionary(static pool => pool.Id, StringComparer.Ordinal);

    /// <summary>Writes everything a person wants to know; the funnel when asked for, or when there is no plan.</summary>
    public void Write(OrderDocument order, DecisionDocument decision, bool explain)
    {
        console.Write(new Text($"{order.Id ?? OrderTranslation.UnnamedOrderId}: {Headline(decision)}", StyleOf(decision.Status)));
        console.WriteLine();
        if (decision.Plan is { } plan) WritePlan(plan);
        if (explain && decision.Plan is { } explained) WriteItems(explained.Score);
        if (explain || decision.Plan is null) new FunnelReport(console).Write(decision.Funnel);
        ExplanationReport explanation = new(console);
        explanation.WriteConflict(decision.ConflictDetail, decision.ConflictSet ?? [], decision.Relaxations ?? []);
        foreach ((int index, PlanDocument alternative) in (decision.Alternatives ?? []).Index()) WriteAlternative(index + 1, alternative);
        if (decision.Frontier is { } frontier) new FrontierReport(console, PlaceOf).Write(frontier);
        if (decision.WhyNot is { } whyNot) explanation.WriteWhyNot(whyNot);
    }

    private static string Headline(DecisionDocument decision) => decision.Status switch
    {
        PlacementStatus.Optimal => "optimal; no better plan exists",
        PlacementStatus.Feasible => "feasible; a better plan may exist. Maybe allow more time with --time-limit.",
        PlacementStatus.Infeasible when decision.Funnel.All(static funnel => funnel.Steps is [.., { Left: > 0 }]) =>
            "infeasible; each item alone has pools left, but the rules and capacities cannot all hold together.",
        PlacementStatus.Infeasible => "infeasible; no pool is left for an item. Maybe relax the rule that removed most.",
        _ => "unknown; time ran out with no plan. Maybe allow more time with --time-limit.",
    };

    private static Style StyleOf(PlacementStatus status) => new(status switch
    {
        PlacementStatus.Optimal => Color.Green,
        PlacementStatus.Feasible => Color.Yellow,
        _ => Color.Red,
    });

    private void WriteAlternative(int rank, PlanDocument plan)
    {
        string proof = plan.Certificate.Status == PlacementStatus.Optimal ? "no other plan is better" : "a better one may exist";
        Line($"Alternative {rank}, {Figures.Money(plan.PriceMonthly)} EUR per month, objective {Figures.Money(plan.Certificate.Objective)} EUR; {proof}:");
        WriteAssignments(plan);
    }

    private void WriteItems(ScoreDocument score)
    {
        DataTable table = new("Item", ">Resources", ">Locality", ">Sovereignty");
        foreach (ItemScoreDocument item in score.Items) table.Add(item.ItemId, Figures.Money(item.Resources), Figures.Money(item.Locality), Figures.Money(item.Sovereignty));
        table.WriteTo(console);
    }

    private void WritePlan(PlanDocument plan)
    {
        WriteAssignments(plan);
        WriteScore(plan.Score);
        WriteCertificate(plan.Certificate);
    }

    private void WriteAssignments(PlanDocument plan)
    {
        Table table = Table("Item", "Replicas", "Provider", "Location", "Pool", "Offer", "EUR per month");
        table.Columns[1].RightAligned();
        table.Columns[^1].RightAligned();
        foreach (AssignmentDocument assignment in plan.Assignments) table.AddRow(Row(assignment));
        console.Write(table);
    }

    private IEnumerable<IRenderable> Row(AssignmentDocument assignment)
    {
        ResourcePool pool = _pools[assignment.ResourcePoolId];
        yield return new Text(assignment.ItemId);
        yield return new Text(assignment.Quantity.ToString(CultureInfo.InvariantCulture));
        yield return new Text(market.Providers[pool.Provider].Id);
        yield return new Text(market.Places.Market.Locations[pool.Location].Id);
        yield return new Text(pool.Id);
        yield return new Text(assignment.OfferId ?? "free-form");
        yield return new Text(Figures.Money(assignment.PriceMonthly));
    }

    private string PlaceOf(AssignmentDocument assignment)
    {
        ResourcePool pool = _pools[assignment.ResourcePoolId];
        return $"{market.Providers[pool.Provider].Id} in {market.Places.Market.Locations[pool.Location].Id}";
    }

    private void WriteScore(ScoreDocument score)
    {
        Table table = Table("Resources", "Fees", "Egress", "Price", "Locality", "Sovereignty");
        decimal[] values = [score.Resources, score.Fees, score.Egress, score.Price, score.Locality, score.Sovereignty];
        foreach (TableColumn column in table.Columns) column.RightAligned();
        table.AddRow(values.Select(static value => (IRenderable)new Text(Figures.Money(value))));
        console.Write(table);
    }

    private void WriteCertificate(OptimalityCertificateDocument certificate)
    {
        Line($"Objective {Figures.Money(certificate.Objective)} EUR, bound {Figures.Money(certificate.Bound)} EUR, "
            + $"gap {Figures.Percent(certificate.Gap)}, proved by {Proof(certificate.Proof)}.");
        foreach (StageDocument stage in certificate.Stages)
        {
            Line($"Stage {stage.Term.ToString().ToLowerInvariant()}: {Figures.Money(stage.Value)} EUR, bound {Figures.Money(stage.Bound)} EUR.");
        }

        StagesMsDocument times = certificate.StagesMs;
        Line($"Filter {Figures.Milliseconds(times.Filter)}, bound {Figures.Milliseconds(times.Bound)}, "
            + $"search {Figures.Milliseconds(times.Search)}, check {Figures.Milliseconds(times.Check)}.");
        Line($"Seed {certificate.Seed}, problem {certificate.ProblemHash}.");
    }

    private void Line(string text) => console.WriteLine(text);

    private static string Proof(Contracts.Documents.ProofKind proof) => proof switch
    {
        Contracts.Documents.ProofKind.Relaxation => "relaxation",
        Contracts.Documents.ProofKind.Search => "search",
        _ => "the search as far as it came",
    };

    private static Table Table(params string[] columns)
    {
        Table table = new() { Border = TableBorder.Rounded };
        foreach (string column in columns) table.AddColumn(new TableColumn(new Text(column)));
        return table;
    }
}
