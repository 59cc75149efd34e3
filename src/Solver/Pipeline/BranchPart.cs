using Fulcrum.Solver.Bounding;

namespace Fulcrum.Solver.Pipeline;

/// <summary>A part of a problem: some providers are paid for, some left out.</summary>
/// <param name="parent">Where its multipliers start from.</param>
/// <param name="ways">Its ways.</param>
/// <param name="providerCosts">What providers cost there.</param>
/// <param name="bound">No plan of the part costs less.</param>
internal sealed class BranchPart(BoundModel parent, WaySelection ways, ProviderCosts providerCosts, long bound)
{
    /// <summary>Where its multipliers start from.</summary>
    public BoundModel Parent => parent;

    /// <summary>Its ways.</summary>
    public WaySelection Ways => ways;

    /// <summary>What providers cost there.</summary>
    public ProviderCosts ProviderCosts => providerCosts;

    /// <summary>No plan of the part costs less.</summary>
    public long Bound { get; private set; } = bound;

    /// <summary>A bound has been found.</summary>
    public void Raise(long found) => Bound = Math.Max(Bound, found);
}
