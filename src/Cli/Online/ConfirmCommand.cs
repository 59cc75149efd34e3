using System.CommandLine;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Cli.Online;

/// <summary>Turns the holds of an order into allocations.</summary>
internal sealed class ConfirmCommand(CommandContext context)
    : ChangeOrderCommand(context, "confirm", "Turn the holds of an order into allocations. Exit code 3: the holds have ended, or the order is in another state.")
{
    /// <inheritdoc/>
    protected override Task<OrderResource> ChangeAsync(IPlacementClient client, ParseResult parsed, string id, RequestOptions? request, CancellationToken cancellationToken) =>
        client.ConfirmOrderAsync(id, request, cancellationToken);
}
