namespace Fulcrum.Contracts.Orders;

/// <summary>The only decision maker of one order. Key: <see cref="Identity.OrderId.Key"/>.</summary>
[Alias("fulcrum.order")]
public interface ICompositeOrderGrain : IGrainWithStringKey
{
    /// <summary>Plans, quotes, holds.</summary>
    [Alias("place")]
    Task<OrderOutcome> PlaceAsync(PlaceOrder command);

    /// <summary>Confirms what is held.</summary>
    [Alias("confirm")]
    Task<OrderOutcome> ConfirmAsync(ConfirmOrder command);

    /// <summary>Ends the order.</summary>
    [Alias("cancel")]
    Task<OrderOutcome> CancelAsync(CancelOrder command);

    /// <summary>Lets holds stay longer.</summary>
    [Alias("renew")]
    Task<OrderOutcome> RenewAsync(RenewOrder command);

    /// <summary>Reports the order provisioned.</summary>
    [Alias("activate")]
    Task<OrderOutcome> ActivateAsync(ActivateOrder command);

    /// <summary>Answers a pool that asks about a hold.</summary>
    [Alias("probe")]
    Task<ProbeReply> ProbeAsync(ProbeHold command);

    /// <summary>The order; <see cref="Errors.ErrorCodes.NotFound"/> when nothing is recorded.</summary>
    [Alias("get")]
    Task<OrderOutcome> GetAsync();

    /// <summary>Everything needed to check the decision again; null when nothing was decided.</summary>
    [Alias("decision")]
    Task<OrderDecision?> GetDecisionAsync();

    /// <summary>Called by the sweep of due times: expires what has ended, tells verdicts that pools have not acknowledged.</summary>
    [Alias("due")]
    Task DueAsync();
}
