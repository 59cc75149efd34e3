using Fulcrum.Contracts.Documents;
using Spectre.Console;

namespace Fulcrum.Cli.Reports;

/// <summary>Writes why an order has no plan and what would help, and why a provider was not chosen.</summary>
internal sealed class ExplanationReport(IAnsiConsole console)
{
    /// <summary>Writes the conflict in words and the ways out of it.</summary>
    public void WriteConflict(string? detail, IReadOnlyList<string> conflictSet, IReadOnlyList<RelaxationDocument> relaxations)
    {
        if (detail is not null) console.WriteLine(detail);
        if (conflictSet.Count > 0) console.WriteLine($"Rules in conflict: {string.Join(", ", conflictSet)}.");
        if (relaxations.Count == 0) return;
        DataTable table = new("Rule", "Change", ">EUR per month", "");
        foreach (RelaxationDocument relaxation in relaxations) table.Add(relaxation.Rule, relaxation.Change, Price(relaxation), Remark(relaxation));
        table.WriteTo(console);
    }

    /// <summary>Writes the answer to the question why a provider was not chosen.</summary>
    public void WriteWhyNot(WhyNotDocument whyNot)
    {
        console.WriteLine($"Why not {whyNot.ProviderId} for {whyNot.ItemId}: {whyNot.Detail}");
        if (whyNot.Difference is not { } difference) return;
        DataTable table = new([.. difference.Keys.Select(static term => $">{term}")]);
        table.Add(difference.Values.Select(static euros => (euros > 0 ? "+" : "") + Figures.Money(euros)));
        table.WriteTo(console);
    }

    private static string Price(RelaxationDocument relaxation) => relaxation.PriceMonthly is { } price ? Figures.Money(price) : "";

    private static string Remark(RelaxationDocument relaxation) =>
        !relaxation.Sufficient ? "other rules are in conflict too" : relaxation.Smallest ? "the smallest change" : "";
}
