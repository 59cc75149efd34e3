using System.CommandLine;
using Fulcrum.Cli.Commands;
using Fulcrum.Cli.Input;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Cli.Online;

/// <summary>Puts a federation document into the engine.</summary>
internal sealed class ImportCommand : OnlineCommand
{
    private readonly Option<string> _federation = CommonOptions.Federation();
    private readonly Option<string?> _key = KeyOption();

    public ImportCommand(CommandContext context)
        : base(context, "import", "Create and change what a federation document says; nothing is removed. Run it again to resume it.")
    {
        Add(_federation);
        Add(_key);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(IPlacementClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        FederationDocument federation = DocumentFiles.ReadFederation(parsed.GetRequiredValue(_federation));
        Write(parsed, await client.ImportAsync(federation, Request(parsed.GetValue(_key)), cancellationToken), WriteReport);
        return ExitCodes.Success;
    }

    private void WriteReport(ImportReport report)
    {
        DataTable table = new("", ">Created", ">Changed", ">Unchanged");
        Add(table, "Locations", report.Locations);
        Add(table, "Links", report.Links);
        Add(table, "Providers", report.Providers);
        Add(table, "Resource pools", report.ResourcePools);
        table.WriteTo(Context.Tables());
    }

    private static void Add(DataTable table, string kind, ImportCounts counts) =>
        table.Add(kind, Figures.Count(counts.Created), Figures.Count(counts.Changed), Figures.Count(counts.Unchanged));
}
