using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Reading;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Documentation;
using Fulcrum.Silo.Http.Requests;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>Plans that claim nothing.</summary>
internal static class QuoteEndpoints
{
    private const string IdempotencyKeyRule = "Optional: the same key answers with the same quote. Without one every request makes a new quote, also when the order has an id.";

    public static void MapQuotes(this RouteGroupBuilder api) =>
        api.MapPost("/quotes", QuoteAsync).WithTags("Orders")
            .Named("createQuote", "Plans an order without claiming anything. The quote is an order in state quoted: read it under /orders, hold it with its id as quoteId.")
            .TakesIdempotencyKey(IdempotencyKeyRule).TakesBody<QuoteRequestResource>().Answers<OrderResource>(201).Fails(409);

    private static async Task<IResult> QuoteAsync(EdgeRequest request)
    {
        QuoteRequest quote = await request.BodyAsync(RequestReader.ReadQuoteRequest);
        Answer<OrderView> answer = await request.Gateway.QuoteAsync(request.Context(), quote);
        return answer.ToResult(OrderResource.From, OrderEndpoints.PathOf);
    }
}
