using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Reading;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Gateway;

/// <summary>Quotes and orders.</summary>
internal sealed class OrderGateway(IGrainFactory grains, IStreamCatalog catalog, CapacityIndex index, CapacityIndexFeed feed)
{
    private const string QuotePrefix = "quo-";

    private readonly GrainFinder<ICompositeOrderGrain> _orders = new(grains);

    public async Task<Answer<OrderView>> QuoteAsync(RequestContext context, QuoteRequest request)
    {
        if (await FaultsAsync(() => QuoteFaults(request)) is { IsEmpty: false } faults) return Answers.Invalid<OrderView>(faults);
        string key = context.IdempotencyKey ?? context.CommandId.ToString("N");
        OrderId id = new(context.Caller.Tenant, QuotePrefix + OrderId.FromIdempotencyKey(context.Caller.Tenant, key).Value);
        return AsNew(ToAnswer(await Order(id).PlaceAsync(Place(context, request.Order) with
        {
            Mode = PlaceMode.Quote,
            Options = new QuoteOptions { Alternatives = request.Alternatives, Explain = request.Explain, Frontier = request.Frontier, WhyNotItemId = request.WhyNotItemId, WhyNotProviderId = request.WhyNotProviderId },
        })));
    }

    public async Task<Answer<OrderView>> PlaceAsync(RequestContext context, OrderRequest request)
    {
        if (request.QuoteId is { } quote)
        {
            return ToAnswer(await Order(new OrderId(context.Caller.Tenant, quote)).PlaceAsync(Place(context, null) with { Mode = PlaceMode.HoldQuote, HoldSeconds = request.HoldSeconds ?? 0, Confirm = request.Confirm }));
        }

        if (await FaultsAsync(() => Faults(request.Order!)) is { IsEmpty: false } faults) return Answers.Invalid<OrderView>(faults);
        OrderId id = request.Order!.Id is { } given
            ? new OrderId(context.Caller.Tenant, given)
            : OrderId.FromIdempotencyKey(context.Caller.Tenant, context.IdempotencyKey ?? context.CommandId.ToString("N"));
        return AsNew(ToAnswer(await Order(id).PlaceAsync(Place(context, request.Order) with { HoldSeconds = request.HoldSeconds ?? 0, Confirm = request.Confirm })));
    }

    public async Task<Answer<OrderView>> ConfirmAsync(RequestContext context, string id) =>
        ToAnswer(await Order(Id(context.Caller, id)).ConfirmAsync(new ConfirmOrder { CommandId = context.CommandId, Deadline = context.Deadline, Caller = context.Caller }));

    public async Task<Answer<OrderView>> CancelAsync(RequestContext context, string id) =>
        ToAnswer(await Order(Id(context.Caller, id)).CancelAsync(new CancelOrder { CommandId = context.CommandId, Deadline = context.Deadline, Caller = context.Caller }));

    public async Task<Answer<OrderView>> RenewAsync(RequestContext context, string id, int? holdSeconds) =>
        ToAnswer(await Order(Id(context.Caller, id)).RenewAsync(new RenewOrder { CommandId = context.CommandId, Deadline = context.Deadline, Caller = context.Caller, HoldSeconds = holdSeconds ?? 0 }));

    public async Task<Answer<OrderView>> ActivateAsync(RequestContext context, string id) =>
        ToAnswer(await Order(Id(context.Caller, id)).ActivateAsync(new ActivateOrder { CommandId = context.CommandId, Deadline = context.Deadline, Caller = context.Caller }));

    public async Task<Answer<OrderView>> GetAsync(Caller caller, string id) => ToAnswer(await Order(Id(caller, id)).GetAsync());

    public async Task<Answer<OrderDecision>> GetDecisionAsync(Caller caller, string id) =>
        await Order(Id(caller, id)).GetDecisionAsync() is { } decision ? Answers.Of(decision) : Answers.Failed<OrderDecision>(ErrorCodes.NotFound, $"There is no decision on an order '{id}'.");

    public async Task<Answer<Page<OrderListItem>>> ListAsync(Caller caller, OrderFilter filter, PageQuery page)
    {
        HeadQuery query = new()
        {
            Kind = StreamKinds.Order,
            Tenant = caller.Tenant,
            Owner = filter.ConsumerId,
            State = filter.State is { } state ? OrderRules.HeadState(state) : null,
            After = page.Cursor is { } cursor ? Id(caller, cursor).Key : null,
            Descending = page.Descending,
            Limit = page.Limit,
            Count = true,
        };
        HeadPage heads = await catalog.ReadHeadsAsync(query, CancellationToken.None);
        return Answers.Of(new Page<OrderListItem>
        {
            Items = [.. heads.Heads.Where(static head => head.Fields.Summary is not null).Select(static head => Summaries.Read<OrderListItem>(head.Fields.Summary!.Value))],
            TotalItems = heads.Total ?? 0,
            NextCursor = heads.Next is { } next ? OrderId.FromKey(next).Value : null,
        });
    }

    private static OrderId Id(Caller caller, string id) => new(caller.Tenant, id);

    private static PlaceOrder Place(RequestContext context, OrderDocument? order) => new()
    {
        CommandId = context.CommandId,
        Deadline = context.Deadline,
        Caller = context.Caller,
        Order = order,
        Fingerprint = context.Fingerprint,
    };

    /// <summary>The answer of a request that makes a resource; sent again it gets the answer that is recorded, so it is new there too.</summary>
    private static Answer<OrderView> AsNew(Answer<OrderView> answer) => answer with { Created = answer.Failure is null };

    private static Answer<OrderView> ToAnswer(OrderOutcome outcome)
    {
        if (outcome.Code is null) return Answers.Of(outcome.Order!, outcome.Order!.Version);
        string? detail = outcome.Code == ErrorCodes.Infeasible ? InfeasibleDetail(outcome.Order?.Decision) : outcome.Detail;
        Answer<OrderView> failed = Answers.Failed<OrderView>(outcome.Code, detail);
        return failed with { Failure = failed.Failure! with { Decision = outcome.Order?.Decision, Order = outcome.Order } };
    }

    private static string InfeasibleDetail(DecisionDocument? decision)
    {
        string[] empty = [.. (decision?.Funnel ?? []).Where(static funnel => funnel.Steps is [.., { Left: 0 }]).Select(static funnel => $"'{funnel.ItemId}'")];
        if (decision?.ConflictDetail is { } conflict && decision.ConflictSet is not null) return $"No plan exists. {conflict}";
        return empty.Length == 0
            ? "No plan exists: each item alone has pools left, but the rules and capacities cannot all hold together. The funnel counts what each rule removed."
            : $"No plan exists: no pool is left for item {string.Join(", ", empty)}. The funnel counts what each rule removed.";
    }

    /// <summary>References that do not exist; before complaining the index is read afresh, for what was created a moment ago.</summary>
    private async Task<ImmutableArray<RequestFault>> FaultsAsync(Func<ImmutableArray<RequestFault>> judge)
    {
        ImmutableArray<RequestFault> faults = judge();
        if (faults.IsEmpty) return faults;
        await feed.RefreshAsync();
        return judge();
    }

    private ImmutableArray<RequestFault> QuoteFaults(QuoteRequest request)
    {
        FaultList faults = new();
        if (request.Alternatives is < 0 or > DocumentLimits.AlternativesMax) faults.Add(NodePath.Root.Member("alternatives"), $"The number of alternatives ({request.Alternatives}) must be from 0 to {DocumentLimits.AlternativesMax}.");
        NodePath whyNot = NodePath.Root.Member("whyNot");
        if (request.WhyNotItemId is null != request.WhyNotProviderId is null) faults.Add(whyNot, "The question needs an item and a provider.");
        if (request.WhyNotItemId is { } item) References.MustExist(item, [.. request.Order.Items.Select(static known => known.Id)], "item", whyNot.Member("itemId"), faults);
        if (request.WhyNotProviderId is { } provider) References.MustExist(provider, [.. index.Snapshot().Market.Providers.Select(static known => known.Id)], "provider", whyNot.Member("providerId"), faults);
        return [.. Faults(request.Order), .. faults.ToImmutable()];
    }

    private ImmutableArray<RequestFault> Faults(OrderDocument order)
    {
        FaultList faults = new();
        OrderValidator.Validate(order, index.Directory(), NodePath.Root.Member("order"), faults);
        return faults.ToImmutable();
    }

    private ICompositeOrderGrain Order(OrderId id) => _orders[id.Key];
}
