using System.CommandLine;
using Fulcrum.Cli.Commands;
using Fulcrum.Cli.Input;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Cli.Online;

/// <summary>Plans an order without claiming anything.</summary>
internal sealed class QuoteCommand : OnlineCommand
{
    private readonly Option<string> _order = File("--order", "The order to plan.");
    private readonly Option<int?> _alternatives = CommonOptions.Alternatives();
    private readonly Option<bool> _explain = CommonOptions.Explain();
    private readonly Option<bool> _frontier = CommonOptions.Frontier();
    private readonly Option<(string ItemId, string ProviderId)?> _whyNot = CommonOptions.WhyNot();
    private readonly Option<string?> _key = KeyOption();

    public QuoteCommand(CommandContext context)
        : base(context, "quote", "Plan an order without claiming anything; 'order --quote' holds just that plan. Exit code 3: no plan exists.")
    {
        foreach (Option option in (Option[])[_order, _alternatives, _frontier, _explain, _whyNot, _key]) Add(option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(IPlacementClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        (string ItemId, string ProviderId)? whyNot = parsed.GetValue(_whyNot);
        bool explain = parsed.GetValue(_explain);
        QuoteRequest request = new()
        {
            Order = DocumentFiles.ReadOrder(parsed.GetRequiredValue(_order)),
            Alternatives = parsed.GetValue(_alternatives) ?? 0,
            Frontier = parsed.GetValue(_frontier),
            Explain = explain,
            WhyNotItemId = whyNot?.ItemId,
            WhyNotProviderId = whyNot?.ProviderId,
        };
        Write(parsed, await client.QuoteAsync(request, Request(parsed.GetValue(_key)), cancellationToken), order => new OrderReport(Context.Tables()).Write(order, explain));
        return ExitCodes.Success;
    }
}
