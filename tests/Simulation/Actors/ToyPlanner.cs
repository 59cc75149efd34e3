using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Orders;
using Fulcrum.Simulation.Tests.Machine;

namespace Fulcrum.Simulation.Tests.Actors;

/// <summary>Puts every replica somewhere it seems to fit, by stale summaries.</summary>
internal sealed class ToyPlanner(SimWorld world) : IPlanner
{
    private const double GivesUp = 0.02;
    private const double IsFaulty = 0.003;
    private const double FactsEnd = 0.2;

    public async Task<PlanOutcome> PlanAsync(PlanRequest request, CancellationToken cancellationToken)
    {
        await Task.Delay(world.Machine.Delay(50), new SimTimeProvider(world.Machine, TimeSpan.Zero), cancellationToken);
        if (world.Machine.Chance(GivesUp)) return new PlanOutcome { Kind = PlanKind.TimeLimit };
        if (world.Machine.Chance(IsFaulty)) return new PlanOutcome { Kind = PlanKind.Fault, Detail = "the toy broke" };
        Dictionary<string, Room> rooms = Rooms(request);
        SortedDictionary<string, List<HoldLine>> lines = new(StringComparer.Ordinal);
        foreach (OrderItemDocument item in request.Order.Items)
        {
            if (!Place(item, rooms, lines)) return NoPlan(request);
        }

        return new PlanOutcome
        {
            Kind = PlanKind.Plan,
            Decision = Decision(PlacementStatus.Feasible, request),
            Holds = [.. lines.Select(pool => Hold(rooms[pool.Key].Summary, [.. pool.Value]))],
            CompliantUntil = world.Machine.Chance(FactsEnd) ? request.At.AddSeconds(world.Machine.Random.Next(2, 60)) : null,
            ReadAfresh = request.Afresh,
        };
    }

    public bool StillComplies(OrderDocument order, DecisionDocument decision, PoolSummary changed, DateTimeOffset at) =>
        changed.Pool.Status != LifecycleStatus.Suspended
        && changed.Provider is { Status: not LifecycleStatus.Suspended }
        && order.Items.All(item => IsCapable(item, changed));

    private Dictionary<string, Room> Rooms(PlanRequest request)
    {
        Dictionary<string, PoolSummary> known = new(StringComparer.Ordinal);
        foreach (PoolSummary summary in request.Afresh ? world.Index.Afresh() : world.Index.Stale) known[summary.Pool.Id] = summary;
        foreach (PoolSummary summary in request.Corrections.Where(summary => summary.Generation > known.GetValueOrDefault(summary.Pool.Id)?.Generation)) known[summary.Pool.Id] = summary;
        foreach (ResourcePoolId excluded in request.Excluded) known.Remove(excluded.Value);
        return known.Values.Where(IsOpen).ToDictionary(summary => summary.Pool.Id, summary => new Room(summary), StringComparer.Ordinal);
    }

    private bool Place(OrderItemDocument item, Dictionary<string, Room> rooms, SortedDictionary<string, List<HoldLine>> lines)
    {
        for (int replica = 0; replica < item.Quantity; replica++)
        {
            Room[] fitting = [.. rooms.Values.Where(room => IsCapable(item, room.Summary) && room.Fits(item.Resources))];
            if (fitting.Length == 0) return false;
            Room chosen = fitting[world.Machine.Random.Next(fitting.Length)];
            chosen.Free = chosen.Free.Minus(item.Resources);
            if (!lines.TryGetValue(chosen.Summary.Pool.Id, out List<HoldLine>? list)) lines.Add(chosen.Summary.Pool.Id, list = []);
            list.Add(new HoldLine { ItemId = item.Id, Quantity = 1, Resources = item.Resources });
        }

        return true;
    }

    private static PlanOutcome NoPlan(PlanRequest request) => new()
    {
        Kind = PlanKind.Infeasible,
        Decision = Decision(PlacementStatus.Infeasible, request),
        ReadAfresh = request.Afresh,
    };

    private static PlannedHold Hold(PoolSummary summary, ImmutableArray<HoldLine> lines) => new()
    {
        Pool = new ResourcePoolId(summary.Pool.Id),
        ConfigVersion = summary.ConfigVersion,
        Generation = summary.Generation,
        Lines = lines,
        Amounts = lines.Aggregate(SortedMap<long>.Empty, static (sum, line) => sum.Plus(line.Resources.Times(line.Quantity))),
    };

    private static DecisionDocument Decision(PlacementStatus status, PlanRequest request) => new() { Status = status, DecidedAt = request.At };

    private static bool IsOpen(PoolSummary summary) =>
        summary.Pool.Status == LifecycleStatus.Active && summary.Provider is { Status: LifecycleStatus.Active } && !summary.Retired;

    private static bool IsCapable(OrderItemDocument item, PoolSummary summary) =>
        item.Traits is null || item.Traits.Required.All(trait => summary.Pool.Traits.Contains(trait));

    private sealed class Room(PoolSummary summary)
    {
        public PoolSummary Summary { get; } = summary;

        public SortedMap<long> Free { get; set; } = summary.Sellable.Minus(summary.Held).Minus(summary.Allocated);

        public bool Fits(SortedMap<long> demand) => demand.All(need => Free.Of(need.Key) >= need.Value);
    }
}
