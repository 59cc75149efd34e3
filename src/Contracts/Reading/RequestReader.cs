using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Contracts.Reading;

/// <summary>Reads the bodies of requests that are more than one document, as strictly as <see cref="DocumentReader"/>.</summary>
public static class RequestReader
{
    /// <summary>What capacity can be grouped by.</summary>
    public static ImmutableArray<string> Groupings { get; } = ["country", "provider", "location", "pool"];

    /// <summary>Reads a request for a plan and its holds.</summary>
    public static ReadResult<OrderRequest> ReadOrderRequest(ReadOnlyMemory<byte> utf8) => DocumentReader.Read(
        utf8, DocumentLimits.OrderBytesMax, static value => value.Members(Order), static (request, faults) => ValidateOrder(request.Order, faults));

    /// <summary>Reads a request for a quote.</summary>
    public static ReadResult<QuoteRequest> ReadQuoteRequest(ReadOnlyMemory<byte> utf8) => DocumentReader.Read(
        utf8, DocumentLimits.OrderBytesMax, static value => value.Members(Quote), ValidateQuote);

    /// <summary>Reads a request to let holds stay longer.</summary>
    public static ReadResult<RenewRequest> ReadRenewRequest(ReadOnlyMemory<byte> utf8) => DocumentReader.Read(
        utf8, DocumentLimits.OrderBytesMax, static value => value.Members(static o => new RenewRequest(HoldSeconds(o))));

    /// <summary>Reads a request that says everything with its path: its body is an empty object.</summary>
    public static ReadResult<EmptyRequest> ReadEmptyRequest(ReadOnlyMemory<byte> utf8) => DocumentReader.Read(
        utf8, DocumentLimits.OrderBytesMax, static value => value.Members(static _ => new EmptyRequest()));

    /// <summary>Reads a question how many of some shapes can be sold.</summary>
    public static ReadResult<ShapeRequest> ReadShapeRequest(ReadOnlyMemory<byte> utf8) => DocumentReader.Read(
        utf8, DocumentLimits.OrderBytesMax, static value => value.Members(Shapes), static (request, faults) => References.MustDiffer(
            request.Shapes.Select(static shape => shape.Id), "shape", NodePath.Root.Member("shapes"), faults));

    private static OrderRequest Order(ObjectReader o)
    {
        OrderRequest request = new()
        {
            Order = o.Optional("order")?.Members(OrderReader.Order),
            HoldSeconds = HoldSeconds(o),
            Confirm = o.Optional("confirm")?.Flag() ?? false,
            QuoteId = o.Optional("quoteId")?.Id(),
        };
        if (request is { Order: null, QuoteId: null }) o.Fault("order", "The order is missing. Maybe give it, or the quoteId of a quote to hold.");
        if (request is { Order: not null, QuoteId: not null }) o.Fault("quoteId", "A quoteId holds just that quote, so no order goes with it. Maybe remove one of the two.");
        return request;
    }

    private static QuoteRequest Quote(ObjectReader o)
    {
        OrderDocument order = o.Required("order").Members(OrderReader.Order);
        int alternatives = (int?)o.Optional("alternatives")?.Whole(1, DocumentLimits.AlternativesMax) ?? 0;
        bool explain = o.Optional("explain")?.Flag() ?? false;
        bool frontier = o.Optional("frontier")?.Flag() ?? false;
        (string Item, string Provider)? whyNot = o.Optional("whyNot")?.Members(static q => (q.Required("itemId").Id(), q.Required("providerId").Id()));
        return new QuoteRequest { Order = order, Alternatives = alternatives, Explain = explain, Frontier = frontier, WhyNotItemId = whyNot?.Item, WhyNotProviderId = whyNot?.Provider };
    }

    private static ShapeRequest Shapes(ObjectReader o) => new()
    {
        Shapes = o.Required("shapes").FilledList(DocumentLimits.ShapesMax, static value => value.Members(Shape)),
        Policy = o.Optional("policy")?.Members(OrderPolicyReader.Sovereignty),
        Placement = o.Optional("placement")?.Members(OrderItemReader.Placement),
        GroupBy = o.Optional("groupBy")?.List(Groupings.Length, Grouping) ?? [],
    };

    private static ShapeDocument Shape(ObjectReader o) => new()
    {
        Id = o.Required("id").Id(),
        Resources = ResourcePoolReader.Amounts(o.Required("resources")),
        Traits = o.Optional("traits")?.Members(OrderItemReader.Traits),
    };

    private static string Grouping(ValueReader value)
    {
        string text = value.Text();
        if (text.Length > 0 && !Groupings.Contains(text)) value.Fault($"The grouping ('{Excerpt.Of(text)}') must be one of {string.Join(", ", Groupings)}.{NearestName.Hint(text, Groupings)}");
        return text;
    }

    private static int? HoldSeconds(ObjectReader o) => (int?)o.Optional("holdSeconds")?.Whole(1, DocumentLimits.HoldSecondsMax);

    private static void ValidateOrder(OrderDocument? order, FaultList faults)
    {
        if (order is not null) OrderStructure.Validate(order, NodePath.Root.Member("order"), faults);
    }

    private static void ValidateQuote(QuoteRequest request, FaultList faults)
    {
        ValidateOrder(request.Order, faults);
        if (request.WhyNotItemId is not { } item) return;
        References.MustExist(item, [.. request.Order.Items.Select(static known => known.Id)], "item", NodePath.Root.Member("whyNot").Member("itemId"), faults);
    }
}
