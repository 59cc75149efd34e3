using Fulcrum.Contracts.Documents;
using Fulcrum.Grains.Orders;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Placement;

/// <summary>
/// Gathers the orders that arrive at a silo within a window and has them planned together. One batch is open at a time; it closes when it is full or its
/// window ends. Whatever goes wrong with a batch, its orders are planned one by one.
/// </summary>
public sealed class BatchQueue : IDisposable
{
    private readonly SolverOptions _options;
    private readonly BatchPlanner _planner;
    private readonly TimeProvider _time;
    private readonly ILogger<BatchQueue> _logger;
    private readonly TimeSpan _window;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;
    private readonly Lock _gate = new();
    private OrderBatch? _open;

    /// <summary>Makes the queue of a silo.</summary>
    /// <param name="options">Window and size.</param>
    /// <param name="planner">Plans a closed batch and answers its members.</param>
    /// <param name="time">Clock of the window.</param>
    /// <param name="logger">Log.</param>
    public BatchQueue(SolverOptions options, BatchPlanner planner, TimeProvider time, ILogger<BatchQueue> logger)
    {
        (_options, _planner, _time, _logger) = (options, planner, time, logger);
        _window = TimeSpan.FromMilliseconds(options.BatchWindowMilliseconds);
        _stopped = _stopping.Token;
    }

    /// <summary>
    /// Plans an order with those that arrive with it; null when it is to be planned alone: batches are off, it asks for what only a plan of its own can
    /// give, nobody else came, or planning together failed.
    /// </summary>
    public Task<PlanOutcome?> PlanAsync(PlanRequest request, CancellationToken cancellationToken)
    {
        if (!Takes(request)) return Task.FromResult<PlanOutcome?>(null);
        BatchMember member = new(request, cancellationToken);
        if (Join(member) is { } full) Start(full);
        return member.Outcome;
    }

    /// <summary>Lets nobody wait any longer, and ends what is being planned together.</summary>
    public void Dispose()
    {
        OrderBatch? left;
        lock (_gate)
        {
            if (_stopped.IsCancellationRequested) return;
            _stopping.Cancel();
            left = TakeOpen();
        }

        left?.LeaveToThemselves();
        _stopping.Dispose();
    }

    /// <summary>
    /// Only the first plan of an order is made with others: later ones rest on what pools have answered to this order. Orders whose plan must be
    /// reproducible, or whose objective cannot be summed, are planned alone, and so is one whose caller waits less than the window.
    /// </summary>
    private bool Takes(PlanRequest request) => _options.BatchWindowMilliseconds > 0
        && request is { Afresh: false, Corrections.IsEmpty: true, Excluded.IsEmpty: true, Options: null }
        && request.Order.Limits is null or { Deterministic: false, Seed: null }
        && request.Order.Objective is not { Mode: ObjectiveMode.Lexicographic }
        && _time.GetUtcNow() + _window < request.Deadline;

    /// <summary>Adds an order to the open batch; the batch when that makes it full.</summary>
    private OrderBatch? Join(BatchMember member)
    {
        lock (_gate)
        {
            if (_stopped.IsCancellationRequested)
            {
                member.Answer(null);
                return null;
            }

            OrderBatch batch = _open ??= new OrderBatch(_time, _window, Close);
            batch.Add(member);
            return batch.Members.Count < _options.BatchOrdersMax ? null : TakeOpen();
        }
    }

    private void Close(OrderBatch batch)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_open, batch)) return;
            TakeOpen();
        }

        Start(batch);
    }

    private OrderBatch? TakeOpen()
    {
        OrderBatch? batch = _open;
        _open = null;
        batch?.Close();
        return batch;
    }

    /// <summary>Off the caller's scheduler: a batch belongs to no order.</summary>
    private void Start(OrderBatch batch) => _ = Task.Run(() => RunAsync(batch), CancellationToken.None);

    private async Task RunAsync(OrderBatch batch)
    {
        try
        {
            await _planner.PlanAsync(batch.Members, _stopped);
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // Nobody else hears of it, and every order can still be planned alone.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            PlacementLog.BatchFailed(_logger, batch.Members.Count, exception);
        }
        finally
        {
            batch.LeaveToThemselves();
        }
    }
}
