using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Drafting;

/// <summary>Where the ways of each item are.</summary>
/// <param name="costs">Ways by item.</param>
/// <param name="domains">Where pools are.</param>
internal sealed class WayPlaces(IReadOnlyList<ItemCosts> costs, DomainColumns domains)
{
    private readonly int[]?[] _pools = new int[]?[costs.Count];
    private readonly int[] _providerOf = domains.ProviderOf;
    private readonly int[] _locationOf = domains.LocationOf;
    private readonly int[] _siteOf = domains.SiteOf;

    /// <summary>The pool of a way of an item.</summary>
    public int PoolOf(int item, int way) => PoolsOf(item)[way];

    /// <summary>The pool that a part of an item is in.</summary>
    public int PoolOf(int item, Draft.Part part) => PoolOf(item, part.Way);

    /// <summary>Its provider.</summary>
    public int ProviderOf(int item, Draft.Part part) => _providerOf[PoolOf(item, part)];

    /// <summary>Its location.</summary>
    public int LocationOf(int item, Draft.Part part) => _locationOf[PoolOf(item, part)];

    /// <summary>Its site.</summary>
    public int SiteOf(int item, Draft.Part part) => _siteOf[PoolOf(item, part)];

    /// <summary>Its domain of a kind.</summary>
    public int DomainOf(Domain kind, int item, Draft.Part part) => domains[kind][PoolOf(item, part)];

    private int[] PoolsOf(int item) => _pools[item] ??= costs[item].Item.Ways.Pools.ToArray();
}
