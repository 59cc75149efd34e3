using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Search;

/// <summary>What providers charge for traffic that leaves, once per order, beyond the free volume.</summary>
internal sealed class EgressCosts
{
    private readonly PlacementModel _model;
    private readonly Dictionary<int, LinearSum> _traffic = [];

    private EgressCosts(PlacementModel model) => _model = model;

    private CompiledProblem Problem => _model.Problem;

    /// <summary>Adds the cost at every provider that charges to a sum.</summary>
    public static void AddTo(PlacementModel model, LinearSum sum)
    {
        EgressCosts costs = new(model);
        foreach (CompiledItem item in model.Problem.Items.Where(item => item.UserTrafficMiB > 0)) costs.AddUsers(item);
        foreach (CompiledRelation relation in model.Problem.Relations.Where(relation => relation.TrafficMiB > 0)) costs.AddRelation(relation);
        foreach ((int provider, LinearSum traffic) in costs._traffic) costs.AddCost(model.Problem.Egress[provider]!, traffic, sum);
    }

    private void AddUsers(CompiledItem item)
    {
        foreach (DomainGroup group in item.GroupsBy(Problem.Domains[Domain.Provider])) AddTraffic(group, _model.Count, item.UserTrafficMiB);
    }

    private void AddRelation(CompiledRelation relation)
    {
        DomainMap sites = Problem.Domains.Sites;
        Dictionary<int, DomainGroup> targets = Problem.Items[relation.Definition.To].GroupsBy(sites).ToDictionary(group => group.Domain);
        foreach (DomainGroup group in Problem.Items[relation.Definition.From].GroupsBy(sites))
        {
            AddTraffic(group, source => targets.TryGetValue(group.Domain, out DomainGroup? target) ? Leaving(source, target) : _model.Count(source), relation.TrafficMiB);
        }
    }

    private void AddTraffic(DomainGroup group, Func<DomainGroup, CpVariable> replicas, long mibPerReplica)
    {
        int provider = Problem.ProviderOf(group.Candidates[0]);
        if (Problem.Egress[provider] is null) return;
        if (!_traffic.TryGetValue(provider, out LinearSum? traffic)) _traffic[provider] = traffic = new LinearSum();
        traffic.Add(replicas(group), mibPerReplica);
    }

    /// <summary>Replicas whose traffic leaves: at least all of them unless the other item uses the site.</summary>
    private CpVariable Leaving(DomainGroup source, DomainGroup target)
    {
        CpVariable count = _model.Count(source);
        CpVariable leaving = _model.Builder.NewVariable(count.Max);
        _model.Builder.AddAtLeast(new LinearSum().Add(leaving, 1).Add(count, -1).Add(_model.Used(target), count.Max), 0);
        return leaving;
    }

    /// <summary>The smallest integer cost with 2D·cost ≥ 2N·(traffic − free) − D + 1 is round((traffic − free)·N/D), or 0 within the free volume.</summary>
    private void AddCost(EgressCharge charge, LinearSum traffic, LinearSum sum)
    {
        BigInteger most = traffic.Max;
        if (most <= charge.FreeMiB) return;
        LinearSum cost = _model.Builder.NewClipped(charge.Cost(most));
        BigInteger slope = 2 * charge.MicrosPerMiB.Numerator;
        LinearSum difference = new LinearSum().Add(traffic, -slope).Add(cost, 2 * charge.MicrosPerMiB.Denominator);
        _model.Builder.AddAtLeast(difference, (-slope * charge.FreeMiB) - charge.MicrosPerMiB.Denominator + 1);
        sum.Add(cost, 1);
    }
}
