using System.CommandLine;
using System.Globalization;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Spectre.Console;

namespace Fulcrum.Cli.Online;

/// <summary>Shows providers.</summary>
internal sealed class ProvidersCommand : ListCommand<ProviderResource, ProviderResource>
{
    private readonly Option<LifecycleStatus?> _status = new("--status") { Description = "Only those in this status." };

    public ProvidersCommand(CommandContext context)
        : base(context, "providers", "Show providers with their status, fees and pools.") => Add(_status);

    /// <inheritdoc/>
    protected override Pageable<ProviderResource> List(IPlacementClient client, ParseResult parsed, PageQuery page) => client.ListProviders(parsed.GetValue(_status), page);

    /// <inheritdoc/>
    protected override Task<ProviderResource> GetAsync(IPlacementClient client, string id, CancellationToken cancellationToken) => client.GetProviderAsync(id, cancellationToken);

    /// <inheritdoc/>
    protected override void WriteAll(IReadOnlyList<ProviderResource> items)
    {
        DataTable table = new("Provider", "Name", "Status", "Seat", "Keys", "Certificates", ">Pools", ">Fee, EUR per order and month", ">Drifted");
        foreach (ProviderResource item in items)
        {
            table.Add(
                item.Id,
                item.Name,
                Figures.Word(item.Status),
                item.Sovereignty.Seat,
                item.Sovereignty.KeyCustody,
                string.Join(", ", item.Sovereignty.Certificates?.Select(static certificate => certificate.Scheme) ?? []),
                Figures.Count(item.ResourcePoolIds.Length),
                Figures.Money(item.FeePerOrderMonthly),
                Figures.Count(item.DriftedAllocations));
        }

        table.WriteTo(Context.Tables());
    }

    /// <inheritdoc/>
    protected override void WriteOne(ProviderResource resource)
    {
        WriteAll([resource]);
        Context.Tables().WriteLine(string.Create(CultureInfo.InvariantCulture, $"Version {resource.Version}; pools: {string.Join(", ", resource.ResourcePoolIds)}."));
        if (resource.PendingPools > 0) Context.Tables().WriteLine($"{Figures.Count(resource.PendingPools)} pools have not yet acknowledged this version.");
    }
}
