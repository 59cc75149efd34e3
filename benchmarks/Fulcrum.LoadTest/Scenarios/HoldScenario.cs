using Fulcrum.Contracts.Quantities;
using Fulcrum.LoadTest.Transports;

namespace Fulcrum.LoadTest.Scenarios;

/// <summary><see cref="LoadMode.HotPool"/> in process: holds alone, each for an order of its own that does not exist.</summary>
internal sealed class HoldScenario(PoolLedgerCalls pool, OrderDesk desk) : IScenario
{
    private static readonly SortedMap<long> Demand = [new("vcpu", 4), new("memoryMiB", 16384), new("diskGiB", 80)];

    public async Task<OperationResult> RunAsync(int client)
    {
        string orderId = desk.NextOrder().Id!;
        DriverAnswer answer = await pool.HoldAsync(orderId, Demand);
        desk.Note(orderId, answer);
        return OperationResult.OfOrder(answer);
    }
}
