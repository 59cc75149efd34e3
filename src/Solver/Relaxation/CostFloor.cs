using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Relaxation;

/// <summary>What a replica costs at least on each candidate of one item, whatever the other items do.</summary>
/// <remarks>
/// Times the item's quantity, so that a share of a provider's fee per replica stays an integer. A fee is split over the items that could use the provider;
/// an item that uses it pays its part in full, hence at least a quantity-th of it per replica. Egress is convex in the traffic: a replica costs at least
/// what it would alone, rounded down when others may add to it. A relation costs at least the latency to the nearest location the other item could use.
/// </remarks>
internal sealed class CostFloor
{
    private readonly CompiledProblem _problem;
    private readonly CompiledItem _item;
    private readonly Objective _weights;
    private readonly Dictionary<int, Int128> _ofProvider = [];
    private readonly Dictionary<int, long> _ofLocation = [];

    /// <summary>Floors for an item.</summary>
    public CostFloor(CompiledProblem problem, CompiledItem item)
    {
        _problem = problem;
        _item = item;
        _weights = problem.Source.Order.Objective;
    }

    /// <summary>Floor of one replica times the item's quantity, in thousandths of a micro-EUR.</summary>
    public Int128 Of(Candidate candidate)
    {
        Int128 own = ((Int128)_weights.PriceWeightThousandths * candidate.PriceMicros)
            + ((Int128)_weights.LocalityWeightThousandths * (candidate.UserLocalityMicros + RelationFloor(_problem.LocationOf(candidate))))
            + ((Int128)_weights.SovereigntyWeightThousandths * candidate.SovereigntyMicros);
        return (own * _item.Quantity) + ProviderFloor(_problem.ProviderOf(candidate));
    }

    private Int128 ProviderFloor(int provider)
    {
        if (!_ofProvider.TryGetValue(provider, out Int128 floor))
        {
            int sharers = _problem.Items.Count(item => item.GroupsBy(_problem.Domains[Domain.Provider]).Any(group => group.Domain == provider));
            long fee = _problem.Source.Providers[provider].FeePerOrderMicros / sharers;
            floor = (Int128)_weights.PriceWeightThousandths * (fee + ((Int128)EgressFloor(provider) * _item.Quantity));
            _ofProvider[provider] = floor;
        }

        return floor;
    }

    private long EgressFloor(int provider)
    {
        if (_problem.Egress[provider] is not { } charge || _item.UserTrafficMiB == 0) return 0;
        bool isAlone = _problem.Replicas == 1;
        if (isAlone) return charge.CostMicros(_item.UserTrafficMiB);
        BigInteger billable = BigInteger.Max(0, (BigInteger)_item.UserTrafficMiB - charge.FreeMiB);
        return (long)BigInteger.Min(long.MaxValue, billable * charge.MicrosPerMiB.Numerator / charge.MicrosPerMiB.Denominator);
    }

    private long RelationFloor(int location)
    {
        if (!_ofLocation.TryGetValue(location, out long floor))
        {
            floor = _problem.Relations
                .Where(relation => relation.Definition.From == _item.Index && relation.Definition.ValuePerMsMicros != 0)
                .Sum(relation => TargetLocations(relation).Min(target => relation.LocalityMicros(location, target)));
            _ofLocation[location] = floor;
        }

        return floor;
    }

    private IEnumerable<int> TargetLocations(CompiledRelation relation) => _problem.Items[relation.Definition.To]
        .GroupsBy(_problem.Domains[Domain.Location])
        .Select(group => _problem.LocationOf(group.Candidates[0]));
}
