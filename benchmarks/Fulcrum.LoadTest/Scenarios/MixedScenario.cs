using Fulcrum.Contracts.Documents;
using Fulcrum.LoadTest.Transports;
using Fulcrum.Workloads;

namespace Fulcrum.LoadTest.Scenarios;

/// <summary><see cref="LoadMode.Mixed"/>: of a hundred operations 40 hold, 25 order and confirm at once, 20 quote, 10 read and 5 cancel.</summary>
internal sealed class MixedScenario : IScenario
{
    private const int Operations = 100;
    private const int HoldsBelow = 40;
    private const int ConfirmsBelow = 65;
    private const int QuotesBelow = 85;
    private const int ReadsBelow = 95;

    private readonly OrderDesk _desk;
    private readonly SeededRandom[] _random;
    private readonly Queue<string>[] _placed;

    public MixedScenario(OrderDesk desk, int clients, long seed)
    {
        _desk = desk;
        _random = [.. Enumerable.Range(0, clients).Select(client => new SeededRandom(seed + client))];
        _placed = [.. Enumerable.Range(0, clients).Select(static _ => new Queue<string>())];
    }

    public async Task<OperationResult> RunAsync(int client)
    {
        int choice = _random[client].Below(Operations);
        Queue<string> placed = _placed[client];
        if (choice < HoldsBelow || (choice >= QuotesBelow && placed.Count == 0)) return await PlaceAsync(placed, confirm: false);
        if (choice < ConfirmsBelow) return await PlaceAsync(placed, confirm: true);
        if (choice < QuotesBelow) return OperationResult.Of(await _desk.Transport.QuoteAsync(_desk.NextOrder()));
        if (choice < ReadsBelow) return OperationResult.Of(await _desk.Transport.ReadAsync(placed.Peek()));
        return OperationResult.Of(await _desk.CancelAsync(placed.Dequeue()));
    }

    private async Task<OperationResult> PlaceAsync(Queue<string> placed, bool confirm)
    {
        OrderDocument order = _desk.NextOrder();
        DriverAnswer answer = await _desk.PlaceAsync(order, confirm);
        if (answer.IsSuccess) placed.Enqueue(order.Id!);
        return OperationResult.OfOrder(answer);
    }
}
