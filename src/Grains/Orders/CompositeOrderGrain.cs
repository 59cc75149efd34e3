using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Actors;
using Orleans.Concurrency;

namespace Fulcrum.Grains.Orders;

/// <summary>Hosts an <see cref="OrderActor"/>.</summary>
[Reentrant]
internal sealed class CompositeOrderGrain(ActorHost host, IPlanner planner, OrderOptions options) : Grain, ICompositeOrderGrain
{
    private OrderActor _actor = null!;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        OrderId id = OrderId.FromKey(this.GetPrimaryKeyString());
        _actor = new OrderActor(id, host.ServicesFor("Fulcrum.Grains.Orders", DeactivateOnIdle), planner, options);
        return _actor.ActivateAsync();
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _actor.DrainAsync();

    /// <inheritdoc/>
    public Task<OrderOutcome> PlaceAsync(PlaceOrder command) => _actor.PlaceAsync(command);

    /// <inheritdoc/>
    public Task<OrderOutcome> ConfirmAsync(ConfirmOrder command) => _actor.ConfirmAsync(command);

    /// <inheritdoc/>
    public Task<OrderOutcome> CancelAsync(CancelOrder command) => _actor.CancelAsync(command);

    /// <inheritdoc/>
    public Task<OrderOutcome> RenewAsync(RenewOrder command) => _actor.RenewAsync(command);

    /// <inheritdoc/>
    public Task<OrderOutcome> ActivateAsync(ActivateOrder command) => _actor.ReportActiveAsync(command);

    /// <inheritdoc/>
    public Task<ProbeReply> ProbeAsync(ProbeHold command) => _actor.ProbeAsync(command);

    /// <inheritdoc/>
    public Task<OrderOutcome> GetAsync() => _actor.GetAsync();

    /// <inheritdoc/>
    public Task<OrderDecision?> GetDecisionAsync() => _actor.GetDecisionAsync();

    /// <inheritdoc/>
    public Task DueAsync() => _actor.DueAsync();
}
