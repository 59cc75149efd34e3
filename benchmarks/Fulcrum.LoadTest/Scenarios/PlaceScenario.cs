namespace Fulcrum.LoadTest.Scenarios;

/// <summary>Places new orders, whatever these want: <see cref="LoadMode.Place"/> and <see cref="LoadMode.HotPool"/>.</summary>
internal sealed class PlaceScenario(OrderDesk desk) : IScenario
{
    public async Task<OperationResult> RunAsync(int client) => OperationResult.OfOrder(await desk.PlaceAsync(desk.NextOrder()));
}
