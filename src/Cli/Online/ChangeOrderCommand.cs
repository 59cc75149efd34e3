using System.CommandLine;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Cli.Online;

/// <summary>Does something to an order that there is.</summary>
internal abstract class ChangeOrderCommand : OnlineCommand
{
    private readonly Argument<string> _id = new("id") { Description = "The order." };
    private readonly Option<string?> _key = KeyOption();

    protected ChangeOrderCommand(CommandContext context, string name, string description)
        : base(context, name, description)
    {
        Add(_id);
        Add(_key);
    }

    /// <summary>Does it.</summary>
    protected abstract Task<OrderResource> ChangeAsync(IPlacementClient client, ParseResult parsed, string id, RequestOptions? request, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(IPlacementClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        OrderResource order = await ChangeAsync(client, parsed, parsed.GetRequiredValue(_id), Request(parsed.GetValue(_key)), cancellationToken);
        Write(parsed, order, changed => new OrderReport(Context.Tables()).WriteHeadline(changed));
        return ExitCodes.Success;
    }
}
