using System.CommandLine;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Spectre.Console;

namespace Fulcrum.Cli.Online;

/// <summary>Shows resource pools.</summary>
internal sealed class PoolsCommand : ListCommand<PoolResource, PoolResource>
{
    private readonly Option<string?> _provider = new("--provider") { Description = "Only those of this provider.", HelpName = "id" };
    private readonly Option<string?> _location = new("--location") { Description = "Only those at this location.", HelpName = "id" };
    private readonly Option<LifecycleStatus?> _status = new("--status") { Description = "Only those in this status." };

    public PoolsCommand(CommandContext context)
        : base(context, "pools", "Show resource pools with what is sellable, held, allocated and free.")
    {
        foreach (Option option in (Option[])[_provider, _location, _status]) Add(option);
    }

    /// <inheritdoc/>
    protected override Pageable<PoolResource> List(IPlacementClient client, ParseResult parsed, PageQuery page) => client.ListPools(
        new PoolFilter { ProviderId = parsed.GetValue(_provider), LocationId = parsed.GetValue(_location), Status = parsed.GetValue(_status) }, page);

    /// <inheritdoc/>
    protected override Task<PoolResource> GetAsync(IPlacementClient client, string id, CancellationToken cancellationToken) => client.GetPoolAsync(id, cancellationToken);

    /// <inheritdoc/>
    protected override void WriteAll(IReadOnlyList<PoolResource> items)
    {
        DataTable table = new("Pool", "Provider", "Location", "Zone", "Status", "Free of sellable", ">Offers", ">Holds", ">Allocations");
        foreach (PoolResource item in items)
        {
            table.Add(
                item.Id,
                item.ProviderId,
                item.LocationId,
                item.Zone,
                Figures.Word(item.Status),
                string.Join('\n', item.Capacity.Select(static entry => $"{entry.Key} {Figures.Count(entry.Value.Free)} of {Figures.Count(entry.Value.Sellable)}")),
                Figures.Count(item.Offers.Length),
                Figures.Count(item.Holds),
                Figures.Count(item.Allocations));
        }

        table.WriteTo(Context.Tables());
    }

    /// <inheritdoc/>
    protected override void WriteOne(PoolResource resource)
    {
        WriteAll([resource]);
        IAnsiConsole console = Context.Tables();
        console.WriteLine($"Configuration {Figures.Count(resource.ConfigVersion)}, generation {Figures.Count(resource.Generation)}; traits: {string.Join(", ", resource.Traits)}.");
        if (!resource.Overcommitted.IsEmpty) console.WriteLine($"More is claimed than can be sold of: {string.Join(", ", resource.Overcommitted)}.");
        DataTable offers = new("Offer", "Resources", ">EUR per hour");
        foreach (OfferDocument offer in resource.Offers) offers.Add(offer.Id, Figures.Amounts(offer.Resources), Figures.Price(offer.PricePerHour));
        offers.WriteTo(console);
    }
}
