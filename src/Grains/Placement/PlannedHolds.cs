using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Capacity;

namespace Fulcrum.Grains.Placement;

/// <summary>States what to hold for a plan.</summary>
internal static class PlannedHolds
{
    /// <summary>One entry per pool, with the versions planned on.</summary>
    public static ImmutableArray<PlannedHold> Of(OrderDocument order, PlanDocument plan, CapacitySnapshot snapshot)
    {
        Dictionary<string, OrderItemDocument> items = order.Items.ToDictionary(static item => item.Id, StringComparer.Ordinal);
        return [.. plan.Assignments.GroupBy(static assignment => assignment.ResourcePoolId, StringComparer.Ordinal)
            .OrderBy(static pool => pool.Key, StringComparer.Ordinal)
            .Select(pool => Of(snapshot.SummaryOf(pool.Key), [.. pool.Select(assignment => Line(assignment, items[assignment.ItemId], snapshot.SummaryOf(pool.Key).Pool))]))];
    }

    private static PlannedHold Of(PoolSummary summary, ImmutableArray<HoldLine> lines) => new()
    {
        Pool = new ResourcePoolId(summary.Pool.Id),
        ConfigVersion = summary.ConfigVersion,
        Generation = summary.Generation,
        Lines = lines,
        Amounts = lines.Aggregate(SortedMap<long>.Empty, static (sum, line) => sum.Plus(line.Resources.Times(line.Quantity))),
    };

    private static HoldLine Line(AssignmentDocument assignment, OrderItemDocument item, ResourcePoolDocument pool) => new()
    {
        ItemId = assignment.ItemId,
        OfferId = assignment.OfferId,
        Quantity = assignment.Quantity,
        Resources = assignment.OfferId is { } offer ? pool.Offers.Single(known => known.Id == offer).Resources : item.Resources,
    };
}
