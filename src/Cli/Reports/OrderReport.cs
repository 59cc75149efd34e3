using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange.Resources;
using Spectre.Console;

namespace Fulcrum.Cli.Reports;

/// <summary>Writes an order or a quote as tables.</summary>
internal sealed class OrderReport(IAnsiConsole console)
{
    /// <summary>Writes everything a person wants to know.</summary>
    public void Write(OrderResource order, bool explain)
    {
        WriteHeadline(order);
        if (order.Plan is { } plan) WritePlan(plan);
        if (explain || order.Plan is null) new FunnelReport(console).Write(order.Funnel ?? []);
        WriteAlternatives(order);
        if (order.Frontier is { } frontier) new FrontierReport(console, static assignment => assignment.ResourcePoolId).Write(frontier);
        if (order.WhyNot is { } whyNot) new ExplanationReport(console).WriteWhyNot(whyNot);
    }

    /// <summary>Writes where the order is.</summary>
    public void WriteHeadline(OrderResource order)
    {
        console.WriteLine($"{order.Id}: {Figures.Word(order.State)}{Until(order)}{Price(order)}");
        if (order.Detail is { } detail) console.WriteLine($"{detail} [{order.Code}]");
    }

    private static string Until(OrderResource order) =>
        order.ExpiresAt is { } expiry ? $" until {Figures.Instant(expiry)}"
        : order.ValidUntil is { } validity ? $", valid until {Figures.Instant(validity)}"
        : "";

    private static string Price(OrderResource order) =>
        order.Plan is { } plan ? $", {Figures.Money(plan.PriceMonthly)} EUR per month, {Figures.Word(order.Status ?? plan.Certificate.Status)}" : "";

    private void WritePlan(PlanDocument plan)
    {
        DataTable table = new("Item", ">Replicas", "Pool", "Offer", ">EUR per month");
        foreach (AssignmentDocument assignment in plan.Assignments)
        {
            table.Add(assignment.ItemId, Figures.Count(assignment.Quantity), assignment.ResourcePoolId, assignment.OfferId ?? "free-form", Figures.Money(assignment.PriceMonthly));
        }

        table.WriteTo(console);
        OptimalityCertificateDocument certificate = plan.Certificate;
        console.WriteLine($"Objective {Figures.Money(certificate.Objective)} EUR, bound {Figures.Money(certificate.Bound)} EUR, gap {Figures.Percent(certificate.Gap)}.");
    }

    private void WriteAlternatives(OrderResource order)
    {
        foreach (PlanDocument plan in order.Alternatives ?? [])
        {
            console.WriteLine($"Alternative at {Figures.Money(plan.PriceMonthly)} EUR per month:");
            WritePlan(plan);
        }
    }
}
