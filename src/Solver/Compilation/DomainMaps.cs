using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Compilation;

/// <summary>The domain maps of a problem, each built when first asked for.</summary>
internal sealed class DomainMaps(PlacementProblem problem)
{
    private readonly Dictionary<Domain, DomainMap> _maps = [];
    private DomainMap? _sites;

    /// <summary>Pools of the same provider at the same location.</summary>
    public DomainMap Sites => _sites ??= DomainMap.Sites(problem);

    /// <summary>The domains of one kind.</summary>
    public DomainMap this[Domain kind]
    {
        get
        {
            if (!_maps.TryGetValue(kind, out DomainMap? map)) _maps[kind] = map = DomainMap.Of(problem, kind);
            return map;
        }
    }
}
