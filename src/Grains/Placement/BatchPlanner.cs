using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Reading;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Orders;
using Fulcrum.Grains.Telemetry;
using Fulcrum.Planning;
using Fulcrum.Solver;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Placement;

/// <summary>Plans the orders of a batch together on the silo's capacity index. An order that it does not answer is to be planned alone.</summary>
public sealed class BatchPlanner(CapacityIndex index, SolveGate gate, SolverOptions options, EngineInstruments instruments, TimeProvider time, ILogger<BatchPlanner> logger)
{
    private readonly JointPlanner _planner = new(time);

    internal async Task PlanAsync(IReadOnlyList<BatchMember> members, CancellationToken cancellationToken)
    {
        // 1. A batch takes one turn at the solver; one order is no batch.
        if (members.Count(static member => !member.IsGone) < 2) return;
        using SolveTurn? turn = await gate.EnterAsync(cancellationToken);
        if (turn is null) return;

        // 2. On one snapshot, those that still wait and are well-formed.
        CapacitySnapshot snapshot = index.Snapshot();
        DateTimeOffset now = time.GetUtcNow();
        BatchMember[] together = [.. members.Where(member => !member.IsGone && now < member.Request.Deadline && OrderValidator.Validate(member.Request.Order, snapshot.Market.Directory).IsEmpty)];
        if (together.Length < 2) return;

        // 3. Solve and check; who is placed begins to hold before who is not plans again.
        long startedAt = time.GetTimestamp();
        JointPlan plan = _planner.Plan(snapshot.Market, [.. together.Select(static member => Named(member.Request))], now, Options(together, now), cancellationToken);
        BatchFigures figures = new(together.Length, plan.MorePlaced, plan.GainMonthly);
        instruments.Planned(figures, time.GetElapsedTime(startedAt));
        foreach ((BatchMember member, JointDecision answer) in together.Zip(plan.Orders).OrderBy(static entry => entry.Second.Decision?.Plan is null))
        {
            if (answer.Refusal is { } refusal) PlacementLog.PlanFailed(logger, member.Request.OrderId.Key, refusal);
            member.Answer(Outcome(member.Request, snapshot, answer.Decision, figures));
        }
    }

    private static OrderDocument Named(PlanRequest request) => request.Order with { Id = request.OrderId.Value };

    private static PlanOutcome? Outcome(PlanRequest request, CapacitySnapshot snapshot, DecisionDocument? decision, BatchFigures figures) => decision switch
    {
        null or { Status: PlacementStatus.Unknown } => null,
        _ => PlanOutcomes.Of(request, snapshot, snapshot.Market, decision, figures),
    };

    /// <summary>The batch has as much time as the most hurried of its orders.</summary>
    private SolveOptions Options(BatchMember[] members, DateTimeOffset now)
    {
        SolveOptions defaults = options.ToSolveOptions();
        TimeSpan limit = members.Min(member => OrderTranslation.ToOptions(member.Request.Order.Limits, defaults).TimeLimit);
        TimeSpan left = members.Min(member => member.Request.Deadline - now);
        return defaults with { TimeLimit = limit < left ? limit : left };
    }
}
