using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Rules;

namespace Fulcrum.Solver.Relaxation;

/// <summary>Counts one item's replicas per domain against its spread and survive caps.</summary>
internal sealed class ReplicaCaps
{
    private readonly (DomainMap Map, long Most, Dictionary<int, long> Used)[] _caps;

    /// <summary>Caps of an item.</summary>
    public ReplicaCaps(CompiledProblem problem, CompiledItem item) => _caps = [.. DomainCap.OfSpread(item.Definition)
        .Concat(DomainCap.OfSurvive(item.Definition))
        .Select(cap => (problem.Domains[cap.Kind], cap.Most, new Dictionary<int, long>()))];

    /// <summary>Replicas that the caps still allow in a pool, at most <paramref name="most"/>.</summary>
    public int Fit(int pool, int most)
    {
        long fit = most;
        foreach ((DomainMap map, long cap, Dictionary<int, long> used) in _caps) fit = Math.Min(fit, cap - used.GetValueOrDefault(map.Of(pool)));
        return (int)Math.Max(0, fit);
    }

    /// <summary>Counts replicas in a pool.</summary>
    public void Take(int pool, int replicas)
    {
        foreach ((DomainMap map, _, Dictionary<int, long> used) in _caps) used[map.Of(pool)] = used.GetValueOrDefault(map.Of(pool)) + replicas;
    }
}
