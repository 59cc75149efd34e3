using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>A plan whose references are known to exist, with what the checks ask of it.</summary>
internal sealed class PlacedPlan
{
    private readonly PlanLine[][] _linesOfItem;
    private readonly int[][] _poolsOfItem;
    private readonly Lazy<PlanValue?> _value;

    public PlacedPlan(PlacementProblem problem, IReadOnlyList<PlanLine> lines)
    {
        Problem = problem;
        Lines = lines;
        ILookup<int, PlanLine> byItem = lines.ToLookup(line => line.Item);
        _linesOfItem = [.. Enumerable.Range(0, problem.Order.Items.Count).Select(item => byItem[item].ToArray())];
        _poolsOfItem = [.. _linesOfItem.Select(own => own.Select(line => line.Pool).Distinct().ToArray())];
        _value = new(() => Valuation.Of(this));
    }

    public PlacementProblem Problem { get; }

    public Order Order => Problem.Order;

    public IReadOnlyList<PlanLine> Lines { get; }

    /// <summary>The plan's money, when every replica has a price and every item runs somewhere.</summary>
    public PlanValue? Value => _value.Value;

    public IReadOnlyList<PlanLine> LinesOf(int item) => _linesOfItem[item];

    /// <summary>The distinct pools that an item uses.</summary>
    public IReadOnlyList<int> PoolsOf(int item) => _poolsOfItem[item];

    public OrderItem Item(PlanLine line) => Order.Items[line.Item];

    public ResourcePool Pool(PlanLine line) => Problem.Pools[line.Pool];

    public Provider Provider(PlanLine line) => Problem.Providers[Pool(line).Provider];

    public Location LocationOf(int pool) => Problem.Market.Locations[Problem.Pools[pool].Location];

    /// <summary>The providers that the order uses.</summary>
    public IEnumerable<int> ProvidersUsed() => Lines.Select(line => Pool(line).Provider).Distinct();

    /// <summary>What one replica consumes: the whole offer, or the demand itself.</summary>
    public IReadOnlyDictionary<string, long> Consumption(PlanLine line) =>
        line.Offer == PlanLine.FreeForm ? Item(line).Resources : Pool(line).Offers[line.Offer].Resources;

    /// <summary>Round-trip latency from a pool to a location, in microseconds.</summary>
    public long LatencyMicros(int pool, int location) => Problem.Market.Latencies.Micros(Problem.Pools[pool].Location, location);

    /// <summary>The domain of a kind that a pool lies in.</summary>
    public DomainKey DomainOf(int pool, Domain kind)
    {
        ResourcePool at = Problem.Pools[pool];
        return kind switch
        {
            Domain.Pool => DomainKey.OfPool(pool),
            Domain.Zone => at.Zone is null ? DomainKey.OfPool(pool) : DomainKey.OfZone(at.Provider, at.Location, at.Zone),
            Domain.Location => DomainKey.OfLocation(at.Location),
            Domain.Country => DomainKey.OfCountry(LocationOf(pool).Country),
            Domain.Provider => DomainKey.OfProvider(at.Provider),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of domain."),
        };
    }

    /// <summary>The name under which a person knows a pool's domain.</summary>
    public string DomainName(int pool, Domain kind)
    {
        ResourcePool at = Problem.Pools[pool];
        return kind switch
        {
            Domain.Zone when at.Zone is not null => $"{at.Zone} of {Problem.Providers[at.Provider].Id} at {LocationOf(pool).Id}",
            Domain.Location => LocationOf(pool).Id,
            Domain.Country => LocationOf(pool).Country,
            Domain.Provider => Problem.Providers[at.Provider].Id,
            _ => at.Id,
        };
    }

    /// <summary>Replicas of an item per domain of a kind, with a pool that lies in it.</summary>
    public IEnumerable<(int Pool, BigInteger Replicas)> ReplicasPerDomain(int item, Domain kind) =>
        LinesOf(item)
            .GroupBy(line => DomainOf(line.Pool, kind))
            .Select(group => (group.First().Pool, group.Aggregate(BigInteger.Zero, (sum, line) => sum + line.Quantity)));
}
