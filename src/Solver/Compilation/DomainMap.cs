namespace Fulcrum.Solver.Compilation;

/// <summary>Which domain of one kind each pool belongs to.</summary>
internal sealed class DomainMap(int[] ofPool)
{
    /// <summary>The domain of a pool: equal numbers are the same domain.</summary>
    public int Of(int pool) => ofPool[pool];
}
