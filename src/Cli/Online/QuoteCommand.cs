using System.CommandLine;
using System.CommandLine.Parsing;
using Fulcrum.Cli.Commands;
using Fulcrum.Cli.Input;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Cli.Online;

/// <summary>Plans an order without claiming anything.</summary>
internal sealed class QuoteCommand : OnlineCommand
{
    private const char WhyNotSeparator = ':';

    private readonly Option<string> _order = File("--order", "The order to plan.");
    private readonly Option<int?> _alternatives = CommonOptions.Count("--alternatives", "Other plans wanted.", DocumentLimits.AlternativesMax);
    private readonly Option<bool> _explain = new("--explain") { Description = "Show which rule removed how many pools, and why." };
    private readonly Option<string?> _whyNot = new("--why-not") { Description = "Why was that provider not chosen for that item?", HelpName = "item:provider" };
    private readonly Option<string?> _key = KeyOption();

    public QuoteCommand(CommandContext context)
        : base(context, "quote", "Plan an order without claiming anything; 'order --quote' holds just that plan. Exit code 3: no plan exists.")
    {
        foreach (Option option in (Option[])[_order, _alternatives, _explain, _whyNot, _key]) Add(option);
        _whyNot.Validators.Add(RefuseUnlessPair);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(IPlacementClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        string[]? whyNot = parsed.GetValue(_whyNot)?.Split(WhyNotSeparator);
        bool explain = parsed.GetValue(_explain);
        QuoteRequest request = new()
        {
            Order = DocumentFiles.ReadOrder(parsed.GetRequiredValue(_order)),
            Alternatives = parsed.GetValue(_alternatives) ?? 0,
            Explain = explain,
            WhyNotItemId = whyNot?[0],
            WhyNotProviderId = whyNot?[1],
        };
        Write(parsed, await client.QuoteAsync(request, Request(parsed.GetValue(_key)), cancellationToken), order => new OrderReport(Context.Tables()).Write(order, explain));
        return ExitCodes.Success;
    }

    private static void RefuseUnlessPair(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>()?.Split(WhyNotSeparator).Length is not (null or 2)) result.AddError("--why-not must be an item and a provider, e.g. web:alpina.");
    }
}
