using Fulcrum.Solver.Model;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Compilation;

/// <summary>The domain maps of a problem: one object per kind, so that it can stand for the kind.</summary>
internal sealed class DomainMaps(Supply supply)
{
    private readonly Dictionary<Domain, DomainMap> _maps = [];
    private DomainMap? _sites;

    /// <summary>Pools of the same provider at the same location.</summary>
    public DomainMap Sites => _sites ??= new DomainMap(supply.Domains.SiteOf);

    /// <summary>The domains of one kind.</summary>
    public DomainMap this[Domain kind]
    {
        get
        {
            if (!_maps.TryGetValue(kind, out DomainMap? map)) _maps[kind] = map = new DomainMap(supply.Domains[kind]);
            return map;
        }
    }
}
