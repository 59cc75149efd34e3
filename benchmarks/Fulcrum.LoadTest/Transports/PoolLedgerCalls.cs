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
        try
        {
            HoldReply reply = await HoldAsync(NewId(orderId), demand);
            return reply.Accepted ? new DriverAnswer(null, [new PoolClaim(known.Pool.Id, demand)]) : DriverAnswer.Failed($"hold.{reply.Reason}");
        }
        catch (Exception exception) when (exception is TimeoutException or OrleansException)
        {
            return DriverAnswer.Failed(DriverAnswer.CallFailed);
        }
    }

    /// <summary>Makes an allocation for an order.</summary>
    /// <exception cref="LoadException">The pool has refused.</exception>
    public async Task<HoldId> AllocateAsync(string orderId, SortedMap<long> demand)
    {
        HoldId id = NewId(orderId);
        HoldReply reply = await HoldAsync(id, demand);
        if (!reply.Accepted) throw new LoadException($"The pool '{known.Pool.Id}' refused to hold: {reply.Reason}");
        await pool.ConfirmAsync(new ConfirmHold { CommandId = Guid.NewGuid(), Deadline = time.GetUtcNow() + Deadline, Caller = Caller.Development, HoldId = id });
        return id;
    }

    /// <summary>Ends an allocation.</summary>
    public Task ReleaseAsync(HoldId id)
    {
        DateTimeOffset now = time.GetUtcNow();
        return pool.ReleaseAsync(new ReleaseHold { CommandId = Guid.NewGuid(), Deadline = now + Deadline, Caller = Caller.Development, HoldId = id, HoldDeadline = now });
    }

    private HoldId NewId(string orderId) => new(new OrderId(Caller.Development.Tenant, orderId), new AttemptId(Guid.NewGuid()), new ResourcePoolId(known.Pool.Id));

    private Task<HoldReply> HoldAsync(HoldId id, SortedMap<long> demand)
    {
        DateTimeOffset now = time.GetUtcNow();
        return pool.HoldAsync(new HoldCommand
        {
            CommandId = Guid.NewGuid(),
            Deadline = now + Deadline,
            Caller = Caller.Development,
            HoldId = id,
            ConfigVersion = known.ConfigVersion,
            Lines = [new HoldLine { ItemId = "item-0", Quantity = 1, Resources = demand }],
            Amounts = demand,
            ExpiresAt = now + HoldTime,
        });
    }
}
