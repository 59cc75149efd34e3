using System.CommandLine;
using System.CommandLine.Parsing;
using Fulcrum.Cli.Commands;
using Fulcrum.Cli.Input;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Cli.Online;

/// <summary>Plans an order and holds it.</summary>
internal sealed class OrderCommand : OnlineCommand
{
    private readonly Option<string?> _order = new("--order") { Description = "The order to plan and hold.", HelpName = "file" };
    private readonly Option<string?> _quote = new("--quote") { Description = "The quote to hold, just as it is.", HelpName = "id" };
    private readonly Option<int?> _holdSeconds = CommonOptions.Count("--hold-seconds", "How long holds stay unless confirmed.", DocumentLimits.HoldSecondsMax);
    private readonly Option<bool> _confirm = new("--confirm") { Description = "Confirm in the same breath." };
    private readonly Option<string?> _key = KeyOption();

    public OrderCommand(CommandContext context)
        : base(context, "order", "Plan an order and hold what it needs. Exit code 3: no plan exists, or the quote can no longer be had; 4: try again.")
    {
        foreach (Option option in (Option[])[_order, _quote, _holdSeconds, _confirm, _key]) Add(option);
        Validators.Add(RefuseUnlessOneSource);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(IPlacementClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        OrderRequest request = new()
        {
            Order = parsed.GetValue(_order) is { } file ? DocumentFiles.ReadOrder(file) : null,
            QuoteId = parsed.GetValue(_quote),
            HoldSeconds = parsed.GetValue(_holdSeconds),
            Confirm = parsed.GetValue(_confirm),
        };
        OrderResource order = await client.PlaceOrderAsync(request, Request(parsed.GetValue(_key)), cancellationToken);
        Write(parsed, order, placed => new OrderReport(Context.Tables()).Write(placed, explain: false));
        return ExitCodes.Success;
    }

    private void RefuseUnlessOneSource(CommandResult result)
    {
        bool isOne = result.GetResult(_order) is null ^ result.GetResult(_quote) is null;
        if (!isOne) result.AddError("Give either --order or --quote.");
    }
}
