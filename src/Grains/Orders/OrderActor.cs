using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Actors;

namespace Fulcrum.Grains.Orders;

/// <summary>
/// A composite order: what a grain hosts. Every member is called on the activation's scheduler, and may interleave with others.
/// </summary>
/// <remarks>Commands answer <c>unavailable</c> and <c>request.overloaded</c> as codes; <see cref="ProbeAsync"/> and reads throw.</remarks>
public sealed class OrderActor(OrderId id, ActorServices services, IPlanner planner, OrderOptions options)
{
    /// <summary>Loads the order. A failure means that the activation must not exist.</summary>
    public Task ActivateAsync() => throw new NotImplementedException($"{id}{services}{planner}{options}");

    /// <summary>Plans, quotes, holds.</summary>
    public Task<OrderOutcome> PlaceAsync(PlaceOrder command) => throw new NotImplementedException();

    /// <summary>Confirms what is held.</summary>
    public Task<OrderOutcome> ConfirmAsync(ConfirmOrder command) => throw new NotImplementedException();

    /// <summary>Ends the order.</summary>
    public Task<OrderOutcome> CancelAsync(CancelOrder command) => throw new NotImplementedException();

    /// <summary>Lets holds stay longer.</summary>
    public Task<OrderOutcome> RenewAsync(RenewOrder command) => throw new NotImplementedException();

    /// <summary>Reports the order provisioned.</summary>
    public Task<OrderOutcome> ReportActiveAsync(ActivateOrder command) => throw new NotImplementedException();

    /// <summary>Answers a pool that asks about a hold.</summary>
    public Task<ProbeReply> ProbeAsync(ProbeHold command) => throw new NotImplementedException();

    /// <summary>The order as committed; <c>request.not_found</c> when nothing is recorded.</summary>
    public Task<OrderOutcome> GetAsync() => throw new NotImplementedException();

    /// <summary>Everything needed to check the decision again; null when nothing was decided.</summary>
    public Task<OrderDecision?> GetDecisionAsync() => throw new NotImplementedException();

    /// <summary>Expires what has ended and tells verdicts again; called by the sweep, and by the actor's own timer.</summary>
    public Task DueAsync() => throw new NotImplementedException();

    /// <summary>Finishes what is queued and stops timers; called before deactivation.</summary>
    public Task DrainAsync() => throw new NotImplementedException();
}
