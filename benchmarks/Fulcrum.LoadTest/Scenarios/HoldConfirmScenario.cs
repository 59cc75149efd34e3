using Fulcrum.Contracts.Documents;
using Fulcrum.LoadTest.Transports;

namespace Fulcrum.LoadTest.Scenarios;

/// <summary><see cref="LoadMode.HoldConfirm"/>.</summary>
internal sealed class HoldConfirmScenario(OrderDesk desk) : IScenario
{
    public async Task<OperationResult> RunAsync(int client)
    {
        OrderDocument order = desk.NextOrder();
        DriverAnswer held = await desk.PlaceAsync(order);
        return OperationResult.OfOrder(held.IsSuccess ? await desk.Transport.ConfirmAsync(order.Id!) : held);
    }
}
