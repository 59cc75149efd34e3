using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Sovereignty;

namespace Fulcrum.Solver.Compilation;

/// <summary>What one replica of an item costs on a candidate, as far as that depends on the candidate alone.</summary>
internal sealed class CandidatePricing
{
    private readonly PlacementProblem _problem;
    private readonly OrderItem _item;
    private readonly long?[] _localityAt;
    private readonly IReadOnlyList<(SovereigntyGate Gate, long MicrosPerReplica)> _preferences;

    /// <summary>Prices for one item.</summary>
    public CandidatePricing(PlacementProblem problem, OrderItem item)
    {
        _problem = problem;
        _item = item;
        _localityAt = new long?[problem.Market.Locations.Count];
        long replicas = problem.Order.Items.Sum(other => (long)other.Quantity);
        _preferences = [.. problem.Order.Policy.Preferences.Select(preference =>
            (new SovereigntyGate(problem, preference.Requirement, item), Money.PerReplica(preference.ValueMicros, replicas)))];
    }

    /// <summary>Replica price, micro-EUR per month; null when it does not fit in 64 bits.</summary>
    public long? PriceMicros(int pool, Shape shape)
    {
        ResourcePool definition = _problem.Pools[pool];
        return shape.Offer == PlanLine.FreeForm
            ? Money.PerMonth(_item.Resources, definition.PriceBook!)
            : Money.PerMonth(definition.Offers[shape.Offer].PricePerHour);
    }

    /// <summary>What latency to the item's users costs one replica, micro-EUR per month.</summary>
    public long UserLocalityMicros(int pool)
    {
        int location = _problem.Pools[pool].Location;
        return _localityAt[location] ??= _item.Users.Sum(user =>
            Money.OfLatency(user.ValuePerMsMicros, _problem.Market.Latencies.Micros(location, user.Location), _item.Quantity));
    }

    /// <summary>What preferences that the pool does not meet cost one replica, micro-EUR per month.</summary>
    public long SovereigntyMicros(int pool)
    {
        long sum = 0;
        foreach ((SovereigntyGate gate, long micros) in _preferences)
        {
            if (gate.Refusal(pool) is not null) sum += micros;
        }

        return sum;
    }
}
