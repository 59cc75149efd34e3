using System.Collections.Immutable;
using System.Globalization;
using Fulcrum.Contracts.Documents;
using Spectre.Console;

namespace Fulcrum.Cli.Reports;

/// <summary>Writes how many pools each rule removed for each item, and why.</summary>
internal sealed class FunnelReport(IAnsiConsole console)
{
    /// <summary>Writes one table per item.</summary>
    public void Write(ImmutableArray<ItemFunnelDocument> funnels)
    {
        foreach (ItemFunnelDocument funnel in funnels) Write(funnel);
    }

    private void Write(ItemFunnelDocument funnel)
    {
        Table table = new() { Border = TableBorder.Rounded, Title = new TableTitle(Markup.Escape($"{funnel.ItemId}: {funnel.Pools} pools")) };
        bool isExplained = funnel.Steps.Any(static step => step.RemovedAlone is not null);
        table.AddColumns(isExplained ? ["Rule", "Removed", "Left", "Alone", "Left without", "Why"] : ["Rule", "Removed", "Left", "Why"]);
        foreach (TableColumn column in table.Columns.Skip(1).SkipLast(1)) column.RightAligned();
        foreach (FunnelStepDocument step in funnel.Steps)
        {
            IEnumerable<int?> effects = isExplained ? [step.RemovedAlone, step.LeftWithout] : [];
            Text why = new(string.Join('\n', step.Reasons.Select(Reason)));
            table.AddRow([new Text(step.Rule), Number(step.Removed), Number(step.Left), .. effects.Select(Number), why]);
        }

        console.Write(table);
    }

    private static string Reason(FunnelReasonDocument reason) => $"{reason.Pools} × {reason.Reason}";

    private static Text Number(int? value) => new(value?.ToString(CultureInfo.InvariantCulture) ?? "");
}
