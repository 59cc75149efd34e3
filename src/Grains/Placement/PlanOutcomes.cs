using Fulcrum.Contracts.Documents;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Orders;
using Fulcrum.Planning;

namespace Fulcrum.Grains.Placement;

/// <summary>Turns decisions into what is held and recorded.</summary>
internal static class PlanOutcomes
{
    /// <summary>What came of planning an order.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="snapshot">What was known.</param>
    /// <param name="market">The part of it that was planned on.</param>
    /// <param name="decision">The checked decision.</param>
    /// <param name="batch">The batch that the order was planned in.</param>
    public static PlanOutcome Of(PlanRequest request, CapacitySnapshot snapshot, MarketSnapshot market, DecisionDocument decision, BatchFigures? batch = null)
    {
        PlanEvidence evidence = new(request, snapshot, batch);
        return decision.Status switch
        {
            PlacementStatus.Infeasible => new PlanOutcome { Kind = PlanKind.Infeasible, Decision = decision, Evidence = request.Afresh ? evidence.OfRejection() : null, ReadAfresh = request.Afresh, Batch = batch },
            PlacementStatus.Unknown => new PlanOutcome { Kind = PlanKind.TimeLimit, Decision = decision },
            _ => new PlanOutcome
            {
                Kind = PlanKind.Plan,
                Decision = decision,
                Holds = PlannedHolds.Of(request.Order, decision.Plan!, snapshot),
                CompliantUntil = HasCertificateGate(request.Order) ? Compliance.EarliestEnd(market.ToProblem(request.Order, decision.DecidedAt), decision.Plan!) : null,
                Evidence = evidence.Of(decision),
                Batch = batch,
            },
        };
    }

    private static bool HasCertificateGate(OrderDocument order) => order.Policy.Sovereignty?.Certificates is { IsEmpty: false };
}
