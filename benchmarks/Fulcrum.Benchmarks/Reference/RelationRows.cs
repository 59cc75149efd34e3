using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Reference;

/// <summary>What holds between two items, and what latency between them costs.</summary>
internal sealed class RelationRows
{
    private const decimal MicrosPerMillisecond = 1000;

    private readonly ReferenceModel _model;
    private readonly Relation _relation;
    private readonly IReadOnlyList<CandidateGroup> _sources;
    private readonly IReadOnlyList<CandidateGroup> _targets;

    private RelationRows(ReferenceModel model, Relation relation)
    {
        (_model, _relation) = (model, relation);
        _sources = model.GroupsBy(relation.From, Domain.Location);
        _targets = model.GroupsBy(relation.To, Domain.Location);
    }

    private int Quantity => _model.Order.Items[_relation.From].Quantity;

    public static void AddTo(ReferenceModel model)
    {
        foreach (Relation relation in model.Order.Relations)
        {
            RelationRows rows = new(model, relation);
            if (relation.MaxLatencyMs is not null && relation.Scope == LatencyScope.All) rows.AddPairsApart();
            if (relation.ValuePerMsMicros > 0 || (relation.MaxLatencyMs is not null && relation.Scope == LatencyScope.Nearest)) rows.AddDivision();
            if (relation.AntiAffinity is { } kind) rows.AddAntiAffinity(kind);
        }
    }

    /// <summary>
    /// The replicas at each location of the one item are divided among locations that the other uses, within the bound: a cheapest division is the
    /// nearest location for all, and there is none when no location in reach is used.
    /// </summary>
    private void AddDivision()
    {
        List<(int Variable, long Coefficient)>[] served = [.. _targets.Select(static _ => new List<(int, long)>())];
        foreach (CandidateGroup source in _sources)
        {
            List<(int Variable, long Coefficient)> divided = [(_model.Count(source), -1)];
            for (int target = 0; target < _targets.Count; target++)
            {
                long latency = Latency(source, _targets[target]);
                if (_relation.Scope == LatencyScope.Nearest && !IsWithin(latency)) continue;
                int flow = _model.Linear.Add(Quantity, VariableKind.Flow);
                divided.Add((flow, 1));
                served[target].Add((flow, 1));
                _model.Linear.AddCost(flow, ReferenceMoney.OfLatency(_relation.ValuePerMsMicros, latency, Quantity) * _model.Order.Objective.LocalityWeightThousandths);
            }

            _model.Linear.AddRow(divided, 0, 0);
        }

        for (int target = 0; target < _targets.Count; target++)
        {
            if (served[target].Count > 0) _model.Linear.AddRow([.. served[target], (_model.Used(_targets[target]), -Quantity)], null, 0);
        }
    }

    private void AddPairsApart()
    {
        foreach (CandidateGroup source in _sources)
        {
            foreach (CandidateGroup target in _targets.Where(target => !IsWithin(Latency(source, target))))
            {
                _model.Linear.AddRow([(_model.Used(source), 1), (_model.Used(target), 1)], null, 1);
            }
        }
    }

    private void AddAntiAffinity(Domain kind)
    {
        Dictionary<object, CandidateGroup> targets = _model.GroupsBy(_relation.To, kind).ToDictionary(static group => group.Domain);
        foreach (CandidateGroup source in _model.GroupsBy(_relation.From, kind))
        {
            if (targets.TryGetValue(source.Domain, out CandidateGroup? target)) _model.Linear.AddRow([(_model.Used(source), 1), (_model.Used(target), 1)], null, 1);
        }
    }

    private long Latency(CandidateGroup source, CandidateGroup target) => _model.Problem.Market.Latencies.Micros((int)source.Domain, (int)target.Domain);

    private bool IsWithin(long latencyMicros) => latencyMicros <= (_relation.MaxLatencyMs ?? decimal.MaxValue / MicrosPerMillisecond) * MicrosPerMillisecond;
}
