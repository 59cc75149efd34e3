using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Bounding;

/// <summary>What a replica of the first item of a relation costs beyond its own, given the location of the other item nearest to it.</summary>
internal sealed class RelationCosts
{
    private const long Unknown = -1;

    private readonly CompiledRelation _relation;
    private readonly DomainColumns _domains;
    private readonly long _localityWeight;
    private readonly long[]?[] _rows;

    /// <summary>Costs of a relation.</summary>
    public RelationCosts(CompiledRelation relation, DomainColumns domains, Weights weights)
    {
        (_relation, _domains, _localityWeight) = (relation, domains, weights.Locality);
        From = relation.Definition.From;
        To = relation.Definition.To;
        TrafficMiB = relation.TrafficMiB;
        _rows = new long[]?[domains.CountryOfLocation.Length];
    }

    /// <summary>Index of the first item.</summary>
    public int From { get; }

    /// <summary>Index of the other item.</summary>
    public int To { get; }

    /// <summary>Traffic of a replica that leaves unless both items use the same site, MiB per month.</summary>
    public long TrafficMiB { get; }

    /// <summary>Whether the relation says nothing of where its items are.</summary>
    public bool IsIdle => _relation.Definition is { MaxLatencyMs: null, Affinity: null, AntiAffinity: null }
        && (_relation.Definition.ValuePerMsMicros == 0 || _localityWeight == 0) && TrafficMiB == 0;

    /// <summary>Cost between two locations, infinite when the relation forbids them.</summary>
    public long Between(int from, int to)
    {
        long[] row = _rows[from] ??= NewRow();
        long cost = row[to];
        return cost != Unknown ? cost : row[to] = Compute(from, to);
    }

    private long[] NewRow()
    {
        long[] row = new long[_rows.Length];
        Array.Fill(row, Unknown);
        return row;
    }

    private long Compute(int from, int to)
    {
        Relation relation = _relation.Definition;
        if (!_relation.IsWithin(from, to) || IsApart(relation.Affinity, from, to) || IsTogether(relation.AntiAffinity, from, to)) return Cost.Infinite;
        return _localityWeight == 0 ? 0 : _localityWeight * _relation.LocalityMicros(from, to);
    }

    private bool IsApart(Domain? affinity, int from, int to) => affinity switch
    {
        null or Domain.Provider => false,
        Domain.Country => _domains.CountryOfLocation[from] != _domains.CountryOfLocation[to],
        _ => from != to,
    };

    /// <summary>Pools of one location may be of different providers, hence of different zones.</summary>
    private bool IsTogether(Domain? antiAffinity, int from, int to) => antiAffinity switch
    {
        Domain.Country => _domains.CountryOfLocation[from] == _domains.CountryOfLocation[to],
        Domain.Location => from == to,
        _ => false,
    };
}
