using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.LoadTest.Transports;

/// <summary>Claims straight from one pool's ledger, as orders do.</summary>
internal sealed class PoolLedgerCalls(IResourcePoolGrain pool, PoolSummary known, TimeProvider time)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HoldTime = TimeSpan.FromMinutes(15);

    /// <summary>Holds one replica for an order.</summary>
    public async Task<DriverAnswer> HoldAsync(string orderId, SortedMap<long> demand)
    {
        DateTimeOffset now = time.GetUtcNow();
        HoldCommand command = new()
        {
            CommandId = Guid.NewGuid(),
            Deadline = now + Deadline,
            Caller = Caller.Development,
            HoldId = new HoldId(new OrderId(Caller.Development.Tenant, orderId), new AttemptId(Guid.NewGuid()), new ResourcePoolId(known.Pool.Id)),
            ConfigVersion = known.ConfigVersion,
            Lines = [new HoldLine { ItemId = "item-0", Quantity = 1, Resources = demand }],
            Amounts = demand,
            ExpiresAt = now + HoldTime,
        };
        try
        {
            HoldReply reply = await pool.HoldAsync(command);
            return reply.Accepted ? new DriverAnswer(null, [new PoolClaim(known.Pool.Id, demand)]) : DriverAnswer.Failed($"hold.{reply.Reason}");
        }
        catch (Exception exception) when (exception is TimeoutException or OrleansException)
        {
            return DriverAnswer.Failed(DriverAnswer.CallFailed);
        }
    }
}
