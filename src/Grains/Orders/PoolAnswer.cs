using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Grains.Orders;

/// <summary>What a pool said to a hold.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Reply">Its reply; null when none came in time.</param>
internal readonly record struct PoolAnswer(ResourcePoolId Pool, HoldReply? Reply)
{
    /// <summary>Whether the pool holds.</summary>
    public bool Accepted => Reply is { Accepted: true };
}
