using System.CommandLine;
using Fulcrum.Cli.Commands;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Cli.Online;

/// <summary>Lets the holds of an order stay longer.</summary>
internal sealed class RenewCommand : ChangeOrderCommand
{
    private readonly Option<int?> _holdSeconds = CommonOptions.Count("--hold-seconds", "How long from now.", DocumentLimits.HoldSecondsMax);

    public RenewCommand(CommandContext context)
        : base(context, "renew", "Let the holds of an order stay longer. Exit code 3: they have ended.") => Add(_holdSeconds);

    /// <inheritdoc/>
    protected override Task<OrderResource> ChangeAsync(IPlacementClient client, ParseResult parsed, string id, RequestOptions? request, CancellationToken cancellationToken) =>
        client.RenewOrderAsync(id, parsed.GetValue(_holdSeconds), request, cancellationToken);
}
