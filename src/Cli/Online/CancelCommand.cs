using System.CommandLine;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Cli.Online;

/// <summary>Ends the holds and allocations of an order.</summary>
internal sealed class CancelCommand(CommandContext context) : ChangeOrderCommand(context, "cancel", "End the holds and allocations of an order.")
{
    /// <inheritdoc/>
    protected override Task<OrderResource> ChangeAsync(IPlacementClient client, ParseResult parsed, string id, RequestOptions? request, CancellationToken cancellationToken) =>
        client.CancelOrderAsync(id, request, cancellationToken);
}
