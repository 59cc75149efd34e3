using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Reading;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Orders;
using Fulcrum.Grains.Telemetry;
using Fulcrum.Planning;
using Fulcrum.Solver;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Placement;

/// <summary>Plans orders on the silo's capacity index: snapshot, solve on the thread pool, check, state what to hold.</summary>
public sealed class CapacityPlanner(CapacityIndex index, CapacityIndexFeed feed, SolveGate gate, BatchQueue batches, SolverOptions options, EngineInstruments instruments, TimeProvider time, ILogger<CapacityPlanner> logger) : IPlanner
{
    private readonly Planner _planner = new(time);

    /// <inheritdoc/>
    public async Task<PlanOutcome> PlanAsync(PlanRequest request, CancellationToken cancellationToken)
    {
        // 1. With the orders that arrive at the same time, where that is wanted.
        if (await batches.PlanAsync(request, cancellationToken) is { } together) return together;

        // 2. Learn what refusals said; before a rejection read everything afresh.
        foreach (PoolSummary correction in request.Corrections) index.Correct(correction);
        if (request.Afresh) await feed.RefreshAsync();

        // 3. Wait for a turn: a snapshot taken before would be old by then.
        using SolveTurn? turn = await gate.EnterAsync(cancellationToken);
        if (turn is null) return new PlanOutcome { Kind = PlanKind.Overloaded };
        if (time.GetUtcNow() >= request.Deadline) return new PlanOutcome { Kind = PlanKind.TimeLimit, Detail = "The deadline passed while the order waited for its turn." };

        // 4. On a snapshot, less what did not answer, solve and check.
        return await Task.Run(() => Solve(request, index.Snapshot(), cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public bool StillComplies(OrderDocument order, DecisionDocument decision, PoolSummary changed, DateTimeOffset at)
    {
        CapacitySnapshot snapshot = index.Snapshot();
        return changed.Provider is not null && decision.Plan is not null && Compliance.Holds(snapshot.Market.Places, order, decision.Plan, changed.Pool, changed.Provider, at);
    }

    private PlanOutcome Solve(PlanRequest request, CapacitySnapshot snapshot, CancellationToken cancellationToken)
    {
        ImmutableArray<RequestFault> faults = OrderValidator.Validate(request.Order, snapshot.Market.Directory);
        if (!faults.IsEmpty) return new PlanOutcome { Kind = PlanKind.Fault, Detail = $"{faults[0].Path}: {faults[0].Message}" };
        MarketSnapshot market = Without(snapshot.Market, request.Excluded);
        try
        {
            long startedAt = time.GetTimestamp();
            DecisionDocument decision = _planner.Plan(market, request.Order with { Id = request.OrderId.Value }, request.At, Options(request), Questions(request, market), cancellationToken);
            instruments.Solved(decision.Status, time.GetElapsedTime(startedAt));
            return PlanOutcomes.Of(request, snapshot, market, decision);
        }
        catch (Exception exception) when (exception is PlanRefusedException or ProblemTooLargeException)
        {
            PlacementLog.PlanFailed(logger, request.OrderId.Key, exception);
            return new PlanOutcome { Kind = PlanKind.Fault, Detail = exception.Message };
        }
    }

    /// <summary>A rejection is explained, and whatever a quote asks for.</summary>
    private static PlanQuestions Questions(PlanRequest request, MarketSnapshot market) => new()
    {
        Alternatives = request.Options?.Alternatives ?? 0,
        Frontier = request.Options?.Frontier == true,
        Explain = request.Afresh || request.Options?.Explain == true,
        WhyNot = request.Options is { WhyNotItemId: { } item, WhyNotProviderId: { } provider } && market.Directory.Providers.Contains(provider) ? (item, provider) : null,
        Until = request.Deadline,
    };

    private SolveOptions Options(PlanRequest request)
    {
        SolveOptions wanted = OrderTranslation.ToOptions(request.Order.Limits, options.ToSolveOptions());
        TimeSpan left = request.Deadline - time.GetUtcNow();
        return wanted.TimeLimit <= left ? wanted : wanted with { TimeLimit = left };
    }

    private static MarketSnapshot Without(MarketSnapshot market, ImmutableArray<ResourcePoolId> excluded)
    {
        if (excluded.IsEmpty) return market;
        HashSet<string> left = excluded.Select(static pool => pool.Value).ToHashSet(StringComparer.Ordinal);
        return new MarketSnapshot(market.Places, market.Providers, [.. market.Pools.Where(pool => !left.Contains(pool.Id))]);
    }
}
