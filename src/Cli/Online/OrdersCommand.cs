using System.CommandLine;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Cli.Online;

/// <summary>Shows orders.</summary>
internal sealed class OrdersCommand : ListCommand<OrderSummaryResource, OrderResource>
{
    private readonly Option<OrderState?> _state = new("--state") { Description = "Only those in this state." };
    private readonly Option<string?> _consumer = new("--consumer") { Description = "Only those of this consumer.", HelpName = "id" };

    public OrdersCommand(CommandContext context)
        : base(context, "orders", "Show orders, or one with its plan.")
    {
        Add(_state);
        Add(_consumer);
    }

    /// <inheritdoc/>
    protected override Pageable<OrderSummaryResource> List(IPlacementClient client, ParseResult parsed, PageQuery page) =>
        client.ListOrders(new OrderFilter { State = parsed.GetValue(_state), ConsumerId = parsed.GetValue(_consumer) }, page);

    /// <inheritdoc/>
    protected override Task<OrderResource> GetAsync(IPlacementClient client, string id, CancellationToken cancellationToken) => client.GetOrderAsync(id, cancellationToken);

    /// <inheritdoc/>
    protected override void WriteAll(IReadOnlyList<OrderSummaryResource> items)
    {
        DataTable table = new("Order", "Consumer", "State", ">EUR per month", "Received", "Expires");
        foreach (OrderSummaryResource item in items)
        {
            table.Add(
                item.Id, item.ConsumerId, Figures.Word(item.State), item.PriceMonthly is { } price ? Figures.Money(price) : null, Figures.Instant(item.ReceivedAt), Figures.Instant(item.ExpiresAt));
        }

        table.WriteTo(Context.Tables());
    }

    /// <inheritdoc/>
    protected override void WriteOne(OrderResource resource) => new OrderReport(Context.Tables()).Write(resource, explain: false);
}
