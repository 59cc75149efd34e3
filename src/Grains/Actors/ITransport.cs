using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Grains.Actors;

/// <summary>Calls between orders and pools. A call may be lost, late, repeated or overtaken; a failure of any kind means that its outcome is unknown.</summary>
public interface ITransport
{
    /// <summary>An order claims.</summary>
    Task<HoldReply> HoldAsync(ResourcePoolId pool, HoldCommand command);

    /// <summary>An order tells that it is confirmed.</summary>
    Task<VerdictReply> ConfirmAsync(ResourcePoolId pool, ConfirmHold command);

    /// <summary>An order tells that a claim is over.</summary>
    Task<VerdictReply> ReleaseAsync(ResourcePoolId pool, ReleaseHold command);

    /// <summary>A pool asks what became of a hold.</summary>
    Task<ProbeReply> ProbeAsync(OrderId order, ProbeHold command);
}
