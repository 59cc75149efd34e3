using Fulcrum.Contracts.Documents;
using Fulcrum.LoadTest.Transports;

namespace Fulcrum.LoadTest.Scenarios;

/// <summary><see cref="LoadMode.Storm"/>: a client keeps a few orders; refused, or with more than those, it cancels its oldest.</summary>
internal sealed class StormScenario(OrderDesk desk, int clients) : IScenario
{
    private const int OrdersKept = 2;

    private readonly Queue<string>[] _held = [.. Enumerable.Range(0, clients).Select(static _ => new Queue<string>())];

    public async Task<OperationResult> RunAsync(int client)
    {
        OrderDocument order = desk.NextOrder();
        DriverAnswer answer = await desk.PlaceAsync(order);
        Queue<string> held = _held[client];
        if (answer.IsSuccess) held.Enqueue(order.Id!);
        bool letsGo = held.Count > (answer.IsSuccess ? OrdersKept : 0);
        return OperationResult.OfOrder(answer) with { Afterwards = letsGo ? () => desk.CancelAsync(held.Dequeue()) : null };
    }
}
