using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Placement;

/// <summary>An order that waits to be planned with others.</summary>
/// <param name="request">What to plan.</param>
/// <param name="cancellationToken">Its caller gives up.</param>
internal sealed class BatchMember(PlanRequest request, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<PlanOutcome?> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What to plan.</summary>
    public PlanRequest Request => request;

    /// <summary>Whether nobody waits for its answer any more.</summary>
    public bool IsGone => cancellationToken.IsCancellationRequested;

    /// <summary>Its answer; null when it is to be planned alone. Whoever gives up does not disturb the others.</summary>
    public Task<PlanOutcome?> Outcome => _outcome.Task.WaitAsync(cancellationToken);

    /// <summary>Answers it, unless that has been done.</summary>
    public void Answer(PlanOutcome? outcome) => _outcome.TrySetResult(outcome);
}
