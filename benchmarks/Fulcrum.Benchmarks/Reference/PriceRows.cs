using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Reference;

/// <summary>Replica prices, fees and egress in the objective and in the budget; latency to users in the objective.</summary>
internal sealed class PriceRows
{
    private readonly ReferenceModel _model;
    private readonly List<(int Variable, long Coefficient)> _price = [];
    private readonly Dictionary<int, List<(int Variable, long Coefficient)>> _traffic = [];

    private PriceRows(ReferenceModel model) => _model = model;

    private PlacementProblem Problem => _model.Problem;

    public static void AddTo(ReferenceModel model)
    {
        PriceRows rows = new(model);
        rows.AddReplicas();
        rows.AddFees();
        rows.AddUserTraffic();
        foreach (Relation relation in model.Order.Relations.Where(static relation => relation.TrafficGiBMonthly > 0)) rows.AddRelationTraffic(relation);
        foreach (int provider in rows._traffic.Keys) rows.AddEgress(provider);
        rows.AddObjective();
    }

    private void AddReplicas()
    {
        for (int index = 0; index < _model.Candidates.Count; index++)
        {
            ReferenceCandidate candidate = _model.Candidates[index];
            _price.Add((_model.Replicas(index), candidate.PriceMicros));
            _model.Linear.AddCost(_model.Replicas(index), candidate.LocalityMicros * _model.Order.Objective.LocalityWeightThousandths);
        }
    }

    private void AddFees()
    {
        foreach (int provider in _model.Providers())
        {
            long fee = Problem.Providers[provider].FeePerOrderMicros;
            if (fee > 0) _price.Add((_model.UsedProvider(provider), fee));
        }
    }

    private void AddUserTraffic()
    {
        for (int item = 0; item < _model.Order.Items.Count; item++)
        {
            OrderItem definition = _model.Order.Items[item];
            long perReplica = definition.Users.Sum(user => ReferenceMoney.MiBPerReplica(user.EgressGiBMonthly, definition.Quantity));
            if (perReplica == 0) continue;
            foreach (CandidateGroup group in _model.GroupsBy(item, Domain.Provider)) AddTraffic((int)group.Domain, _model.Terms(group, perReplica));
        }
    }

    private void AddRelationTraffic(Relation relation)
    {
        long perReplica = ReferenceMoney.MiBPerReplica(relation.TrafficGiBMonthly, _model.Order.Items[relation.From].Quantity);
        Dictionary<object, CandidateGroup> targets = _model.GroupsBySite(relation.To).ToDictionary(static group => group.Domain);
        foreach (CandidateGroup source in _model.GroupsBySite(relation.From))
        {
            int provider = Problem.Pools[_model.Candidates[source.Candidates[0]].Pool].Provider;
            if (!IsCharged(provider)) continue;
            AddTraffic(provider, targets.TryGetValue(source.Domain, out CandidateGroup? target)
                ? [(Leaving(source, target), perReplica)]
                : _model.Terms(source, perReplica));
        }
    }

    /// <summary>At least the replicas of the one item where the other is not.</summary>
    private int Leaving(CandidateGroup source, CandidateGroup target)
    {
        int quantity = _model.Order.Items[source.Item].Quantity;
        int leaving = _model.Linear.Add(quantity, VariableKind.Flow);
        _model.Linear.AddRow([(leaving, 1), .. _model.Terms(source, -1), (_model.Used(target), quantity)], 0, null);
        return leaving;
    }

    private void AddTraffic(int provider, IEnumerable<(int Variable, long Coefficient)> terms)
    {
        if (!IsCharged(provider)) return;
        if (!_traffic.TryGetValue(provider, out List<(int, long)>? known)) _traffic[provider] = known = [];
        known.AddRange(terms);
    }

    private bool IsCharged(int provider) => Problem.Providers[provider].Egress is { PricePerGiB: > 0 };

    /// <summary>denominator × cost ≥ numerator × (traffic − free).</summary>
    private void AddEgress(int provider)
    {
        EgressTariff tariff = Problem.Providers[provider].Egress!;
        (long numerator, long denominator) = ReferenceMoney.MicrosPerMiB(tariff.PricePerGiB);
        long free = ReferenceMoney.FreeMiB(tariff.FreeGiBMonthly);
        List<(int Variable, long Coefficient)> traffic = _traffic[provider];
        long most = traffic.Sum(term => term.Coefficient * _model.Linear.Variables[term.Variable].Max);
        if (most <= free) return;
        int cost = _model.Linear.Add((numerator * (most - free) / denominator) + 1, VariableKind.Money);
        _model.Linear.AddRow([(cost, denominator), .. traffic.Select(term => (term.Variable, -numerator * term.Coefficient))], -numerator * free, null);
        _price.Add((cost, 1));
    }

    private void AddObjective()
    {
        foreach ((int variable, long price) in _price) _model.Linear.AddCost(variable, price * _model.Order.Objective.PriceWeightThousandths);
        if (_model.Order.Policy.BudgetMicros is { } budget) _model.Linear.AddRow(_price, null, budget);
    }
}
