using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Capacity;
using Fulcrum.Solver.Shapes;

namespace Fulcrum.Grains.Gateway;

/// <summary>Aggregate questions, answered from the silo's index.</summary>
internal sealed class CapacityGateway(CapacityIndex index, TimeProvider time)
{
    private static readonly string[] Groupings = ["country", "provider", "location", "pool"];

    public Answer<CapacityReport> Sum(CapacityQuery query)
    {
        if (Unknown(query.GroupBy, "query.groupBy") is { } fault) return Answers.Invalid<CapacityReport>([fault]);
        CapacitySnapshot snapshot = index.Snapshot();
        IEnumerable<CapacityGroup> groups = snapshot.Summaries
            .GroupBy(summary => Key(snapshot, summary, query.GroupBy))
            .Select(group => Sum(group.Key, [.. group], query.Classes))
            .OrderBy(static group => string.Join('\n', group.Key.Values), StringComparer.Ordinal);
        return Answers.Of(new CapacityReport { Groups = [.. groups], At = time.GetUtcNow() });
    }

    public Answer<ShapeReport> Count(ShapeRequest request)
    {
        if (Unknown(request.GroupBy, "$.groupBy") is { } fault) return Answers.Invalid<ShapeReport>([fault]);
        CapacitySnapshot snapshot = index.Snapshot();
        OrderDocument order = new()
        {
            Items = [.. request.Shapes.Select(shape => new OrderItemDocument { Id = shape.Id, Quantity = 1, Resources = shape.Resources, Traits = shape.Traits, Placement = request.Placement })],
            Policy = new OrderPolicyDocument { Sovereignty = request.Policy },
        };
        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<IReadOnlyList<ShapeSupply>> supplies = ShapeCounter.Count(snapshot.Market.ToProblem(order, now));
        return Answers.Of(new ShapeReport { Shapes = [.. supplies.SelectMany((supply, i) => Counts(snapshot, request.Shapes[i].Id, supply, request.GroupBy))], At = now });
    }

    private static RequestFault? Unknown(ImmutableArray<string> groupBy, string path)
    {
        string? unknown = groupBy.FirstOrDefault(static grouping => !Groupings.Contains(grouping));
        return unknown is null ? null : new RequestFault(path, $"'{unknown}' is not one of {string.Join(", ", Groupings)}.");
    }

    private static IEnumerable<ShapeCount> Counts(CapacitySnapshot snapshot, string shape, IReadOnlyList<ShapeSupply> supply, ImmutableArray<string> groupBy)
    {
        if (!groupBy.IsEmpty)
        {
            foreach (IGrouping<SortedMap<string>, ShapeSupply> group in supply.GroupBy(entry => Key(snapshot, snapshot.Summaries[entry.Pool], groupBy)).OrderBy(static group => string.Join('\n', group.Key.Values), StringComparer.Ordinal))
            {
                yield return Count(shape, group.Key, [.. group]);
            }
        }

        yield return Count(shape, [], [.. supply]);
    }

    private static ShapeCount Count(string shape, SortedMap<string> key, ShapeSupply[] supply) => new()
    {
        ShapeId = shape,
        Key = key,
        Sellable = supply.Sum(static entry => entry.Replicas),
        MinPriceMonthly = supply.Length == 0 ? null : new Money(supply.Min(static entry => entry.MinPriceMicros)).Euros,
    };

    private static SortedMap<string> Key(CapacitySnapshot snapshot, PoolSummary summary, ImmutableArray<string> groupBy) =>
        groupBy.Distinct().Select(grouping => KeyValuePair.Create(grouping, grouping switch
        {
            "country" => snapshot.View.Locations[summary.Pool.LocationId].Location.Country,
            "provider" => summary.Pool.ProviderId,
            "location" => summary.Pool.LocationId,
            _ => summary.Pool.Id,
        })).ToSortedMap();

    private static CapacityGroup Sum(SortedMap<string> key, PoolSummary[] pools, ImmutableArray<string> classes) => new()
    {
        Key = key,
        Pools = pools.Length,
        Classes = pools.SelectMany(static pool => pool.Sellable.Keys).Distinct(StringComparer.Ordinal)
            .Where(name => classes.IsEmpty || classes.Contains(name))
            .Select(name => KeyValuePair.Create(name, new ClassCapacity
            {
                Sellable = pools.Sum(pool => pool.Sellable.Of(name)),
                Held = pools.Sum(pool => pool.Held.Of(name)),
                Allocated = pools.Sum(pool => pool.Allocated.Of(name)),
                Free = pools.Sum(pool => Free(pool, name)),
            }))
            .ToSortedMap(),
    };

    private static long Free(PoolSummary pool, string resourceClass) =>
        pool.Pool.Status == LifecycleStatus.Active && pool.Provider is { Status: LifecycleStatus.Active }
            ? Math.Max(0, pool.Sellable.Of(resourceClass) - pool.Held.Of(resourceClass) - pool.Allocated.Of(resourceClass))
            : 0;
}
