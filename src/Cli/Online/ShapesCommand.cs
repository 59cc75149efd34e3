using System.CommandLine;
using Fulcrum.Cli.Input;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Cli.Online;

/// <summary>Counts how many of some shapes can be sold.</summary>
internal sealed class ShapesCommand : OnlineCommand
{
    private readonly Option<string> _shapes = File("--shapes", "The question: shapes, policy, placement, groupBy.");

    public ShapesCommand(CommandContext context)
        : base(context, "shapes", "Count how many of each shape can be sold now, each shape on its own.") => Add(_shapes);

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(IPlacementClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        ShapeRequest request = DocumentFiles.ReadShapes(parsed.GetRequiredValue(_shapes));
        Write(parsed, await client.CountShapesAsync(request, cancellationToken), WriteReport);
        return ExitCodes.Success;
    }

    private void WriteReport(ShapeReportResource report)
    {
        DataTable table = new("Shape", "Group", ">Can be sold", ">From EUR per month");
        foreach (ShapeCount count in report.Shapes)
        {
            string group = count.Key.Count == 0 ? "all" : string.Join(", ", count.Key.Select(static entry => $"{entry.Key} {entry.Value}"));
            table.Add(count.ShapeId, group, Figures.Count(count.Sellable), count.MinPriceMonthly is { } price ? Figures.Money(price) : null);
        }

        table.WriteTo(Context.Tables());
    }
}
