using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Contracts.Reading;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Orders;
using Fulcrum.Planning;
using Fulcrum.Solver;
using Fulcrum.Solver.Model;
using Microsoft.Extensions.Logging;

namespace Fulcrum.Grains.Placement;

/// <summary>Plans orders on the silo's capacity index: snapshot, solve on the thread pool, check, state what to hold.</summary>
public sealed class CapacityPlanner(CapacityIndex index, CapacityIndexFeed feed, SolveGate gate, SolverOptions options, TimeProvider time, ILogger<CapacityPlanner> logger) : IPlanner
{
    private readonly Planner _planner = new(time);

    /// <inheritdoc/>
    public async Task<PlanOutcome> PlanAsync(PlanRequest request, CancellationToken cancellationToken)
    {
        // 1. Learn what refusals said; before a rejection read everything afresh.
        foreach (PoolSummary correction in request.Corrections) index.Correct(correction);
        if (request.Afresh) await feed.RefreshAsync();

        // 2. Take a snapshot, less what is in flight and what did not answer.
        CapacitySnapshot snapshot = index.Snapshot();
        MarketSnapshot market = Adjust(snapshot.Market, index.Overlay.Claims(request.At), request.Excluded);
        ImmutableArray<RequestFault> faults = OrderValidator.Validate(request.Order, snapshot.Market.Directory);
        if (!faults.IsEmpty) return new PlanOutcome { Kind = PlanKind.Fault, Detail = $"{faults[0].Path}: {faults[0].Message}" };

        // 3. Solve and check, in turn with others.
        using SolveTurn? turn = await gate.EnterAsync(cancellationToken);
        if (turn is null) return new PlanOutcome { Kind = PlanKind.Overloaded };
        if (time.GetUtcNow() >= request.Deadline) return new PlanOutcome { Kind = PlanKind.TimeLimit, Detail = "The deadline passed while the order waited for its turn." };
        return await Task.Run(() => Solve(request, snapshot, market, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public bool StillComplies(OrderDocument order, DecisionDocument decision, PoolSummary changed, DateTimeOffset at)
    {
        CapacitySnapshot snapshot = index.Snapshot();
        return changed.Provider is not null && decision.Plan is not null && Compliance.Holds(snapshot.Market.Places, order, decision.Plan, changed.Pool, changed.Provider, at);
    }

    private PlanOutcome Solve(PlanRequest request, CapacitySnapshot snapshot, MarketSnapshot market, CancellationToken cancellationToken)
    {
        try
        {
            DecisionDocument decision = _planner.Plan(market, request.Order with { Id = request.OrderId.Value }, request.At, Options(request), Questions(request, market), cancellationToken);
            return decision.Status switch
            {
                PlacementStatus.Infeasible => new PlanOutcome { Kind = PlanKind.Infeasible, Decision = decision, ReadAfresh = request.Afresh },
                PlacementStatus.Unknown => new PlanOutcome { Kind = PlanKind.TimeLimit, Decision = decision },
                _ => Planned(request, snapshot, market, decision),
            };
        }
        catch (Exception exception) when (exception is PlanRefusedException or ProblemTooLargeException)
        {
            PlacementLog.PlanFailed(logger, request.OrderId.Key, exception);
            return new PlanOutcome { Kind = PlanKind.Fault, Detail = exception.Message };
        }
    }

    private static PlanOutcome Planned(PlanRequest request, CapacitySnapshot snapshot, MarketSnapshot market, DecisionDocument decision)
    {
        Dictionary<string, PoolSummary> summaries = snapshot.Summaries.ToDictionary(static summary => summary.Pool.Id, StringComparer.Ordinal);
        return new PlanOutcome
        {
            Kind = PlanKind.Plan,
            Decision = decision,
            Holds = PlannedHolds.Of(request.Order, decision.Plan!, summaries),
            CompliantUntil = Compliance.EarliestEnd(market.ToProblem(request.Order, request.At), decision.Plan!),
            Evidence = PlanEvidence.Write(request.Order, decision.Plan!, snapshot),
        };
    }

    /// <summary>A rejection is explained, and whatever a quote asks for.</summary>
    private static PlanQuestions Questions(PlanRequest request, MarketSnapshot market) => new()
    {
        Alternatives = request.Options?.Alternatives ?? 0,
        Explain = request.Afresh || request.Options?.Explain == true,
        WhyNot = request.Options is { WhyNotItemId: { } item, WhyNotProviderId: { } provider } && market.Directory.Providers.Contains(provider) ? (item, provider) : null,
        Until = request.Deadline,
    };

    private SolveOptions Options(PlanRequest request)
    {
        SolveOptions defaults = new() { TimeLimit = TimeSpan.FromMilliseconds(options.TimeLimitMilliseconds), Workers = options.Workers };
        SolveOptions wanted = OrderTranslation.ToOptions(request.Order.Limits, defaults);
        TimeSpan left = request.Deadline - time.GetUtcNow();
        return wanted.TimeLimit <= left ? wanted : wanted with { TimeLimit = left };
    }

    private static MarketSnapshot Adjust(MarketSnapshot market, IReadOnlyDictionary<string, SortedMap<long>> inFlight, ImmutableArray<ResourcePoolId> excluded)
    {
        if (inFlight.Count == 0 && excluded.IsEmpty) return market;
        HashSet<string> left = excluded.Select(static pool => pool.Value).ToHashSet(StringComparer.Ordinal);
        ResourcePool[] pools = [.. market.Pools.Where(pool => !left.Contains(pool.Id)).Select(pool => inFlight.TryGetValue(pool.Id, out SortedMap<long>? claims) ? Claim(pool, claims) : pool)];
        return new MarketSnapshot(market.Places, market.Providers, pools);
    }

    private static ResourcePool Claim(ResourcePool pool, SortedMap<long> claims) => pool with
    {
        Inventories = pool.Inventories.ToDictionary(
            static entry => entry.Key, entry => entry.Value with { Claimed = entry.Value.Claimed + claims.Of(entry.Key) }, StringComparer.Ordinal),
    };
}
