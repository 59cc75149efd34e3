using System.CommandLine;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Cli.Online;

/// <summary>Sums capacity.</summary>
internal sealed class CapacityCommand : OnlineCommand
{
    private readonly Option<string[]> _groupBy = Several.Option("--group-by", "Any of country, provider, location, pool, separated by commas.", "names");
    private readonly Option<string[]> _classes = Several.Option("--class", "Only these resource classes, separated by commas.", "names");

    public CapacityCommand(CommandContext context)
        : base(context, "capacity", "Sum what is sellable, held, allocated and free.")
    {
        Add(_groupBy);
        Add(_classes);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(IPlacementClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        CapacityQuery query = new() { GroupBy = Several.Of(parsed, _groupBy), Classes = Several.Of(parsed, _classes) };
        Write(parsed, await client.GetCapacityAsync(query, cancellationToken), report => WriteReport(report, query));
        return ExitCodes.Success;
    }

    private void WriteReport(CapacityReport report, CapacityQuery query)
    {
        DataTable table = new([.. query.GroupBy, "Class", ">Sellable", ">Held", ">Allocated", ">Free", ">Pools"]);
        foreach (CapacityGroup group in report.Groups)
        {
            foreach ((string name, ClassCapacity amounts) in group.Classes) table.Add([.. Key(group, query), name, .. Amounts(amounts), Figures.Count(group.Pools)]);
        }

        table.WriteTo(Context.Tables());
    }

    private static IEnumerable<string?> Key(CapacityGroup group, CapacityQuery query) => query.GroupBy.Select(grouping => group.Key.TryGetValue(grouping, out string? value) ? value : null);

    private static string[] Amounts(ClassCapacity amounts) =>
        [Figures.Count(amounts.Sellable), Figures.Count(amounts.Held), Figures.Count(amounts.Allocated), Figures.Count(amounts.Free)];
}
