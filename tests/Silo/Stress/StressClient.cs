using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Orders;
using Fulcrum.Silo.Tests.Engine;

namespace Fulcrum.Silo.Tests.Stress;

/// <summary>Places orders one after the other and does with each what a seed says: repeats it, sends another body, confirms, cancels, renews, forgets.</summary>
internal sealed class StressClient(Func<IPlacementGatewayGrain> gateway, History history, string name, int seed)
{
    private const int TriesMax = 6;
    private const int HoldSecondsMax = 3;

    private readonly Random _random = new(seed);

    /// <summary>Lives through a number of orders.</summary>
    public async Task RunAsync(int orders)
    {
        for (int number = 0; number < orders; number++) await LiveAsync($"{name}-{number}");
    }

    private async Task LiveAsync(string id)
    {
        OrderRequest request = new() { Order = NewOrder(id), HoldSeconds = _random.Next(1, HoldSecondsMax + 1), Confirm = _random.NextDouble() < 0.2 };
        Task<Answer<OrderView>?> other = _random.NextDouble() < 0.1 ? PlaceAsync(id, request, "other") : Task.FromResult<Answer<OrderView>?>(null);
        Task<Answer<OrderView>?> repeated = _random.NextDouble() < 0.2 ? PlaceAsync(id, request, "body") : Task.FromResult<Answer<OrderView>?>(null);
        Answer<OrderView>? placed = await InsistAsync(() => PlaceAsync(id, request, "body"));
        await Task.WhenAll(other, repeated);
        if (placed is { Failure: null }) await DecideAsync(id);
    }

    private async Task DecideAsync(string id)
    {
        double fate = _random.NextDouble();
        await SendAsync(id, "read", context => gateway().GetOrderAsync(context.Caller, id));
        if (fate < 0.2) return;
        if (fate < 0.3) await SendAsync(id, "renew", context => gateway().RenewAsync(context, id, HoldSecondsMax));
        Task<Answer<OrderView>?> cancelled = fate < 0.45 ? SendAsync(id, "cancel", context => gateway().CancelAsync(context, id)) : Task.FromResult<Answer<OrderView>?>(null);
        await InsistAsync(() => SendAsync(id, "confirm", context => gateway().ConfirmAsync(context, id)));
        await cancelled;
        if (fate > 0.6) await InsistAsync(() => SendAsync(id, "cancel", context => gateway().CancelAsync(context, id)));
    }

    private static async Task<Answer<OrderView>?> InsistAsync(Func<Task<Answer<OrderView>?>> ask)
    {
        Answer<OrderView>? answer = null;
        for (int tries = 0; tries < TriesMax && (answer is null || IsRetryable(answer.Failure?.Code)); tries++) answer = await ask();
        return answer;
    }

    private Task<Answer<OrderView>?> PlaceAsync(string id, OrderRequest request, string fingerprint) => SendAsync(id, "place", context => gateway().PlaceAsync(context, request), fingerprint);

    /// <summary>Sends a request; null when there was no answer.</summary>
    private async Task<Answer<OrderView>?> SendAsync(string id, string what, Func<RequestContext, Task<Answer<OrderView>>> send, string fingerprint = "")
    {
        RequestContext context = Calls.Context(fingerprint: fingerprint);
        long known = history.AnsweredVersion(id);
        try
        {
            Answer<OrderView> answer = await send(context);
            history.Answered(id, what, context, known, answer);
            return answer;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException or Orleans.Runtime.OrleansException or ObjectDisposedException)
        {
            return null;
        }
    }

    private static bool IsRetryable(string? code) => code is ErrorCodes.Unavailable or ErrorCodes.Overloaded or ErrorCodes.CapacityConflict or ErrorCodes.TimeLimit or ErrorCodes.DeadlineExceeded;

    /// <summary>One or two items for the small pools of the test, which do not hold all orders.</summary>
    private OrderDocument NewOrder(string id)
    {
        OrderItemDocument item = SmallMarket.Order(id).Items[0];
        return SmallMarket.Order(id) with { Items = _random.NextDouble() < 0.5 ? [item] : [item, item with { Id = "other", Quantity = _random.Next(1, 4) }] };
    }
}
