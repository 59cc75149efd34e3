namespace Fulcrum.Grains.Pools;

/// <summary>How a pool learned that a claim is over.</summary>
public enum ReleaseCause
{
    /// <summary>The order told it.</summary>
    Told,

    /// <summary>The pool asked the order.</summary>
    Asked,
}
