namespace Fulcrum.Contracts.Pools;

/// <summary>Why a pool takes no claim. Append only.</summary>
[GenerateSerializer, Alias("pools.hold-refusal")]
public enum HoldRefusalReason
{
    /// <summary>It was accepted.</summary>
    None,

    /// <summary>The pool has another configuration than the plan was made on.</summary>
    ConfigurationChanged,

    /// <summary>The pool or its provider takes no new orders.</summary>
    NotActive,

    /// <summary>The pool does not exist, or its provider is not known to it yet.</summary>
    NotFound,

    /// <summary>Not that much is left of a class.</summary>
    InsufficientCapacity,

    /// <summary>More is claimed of a class than can be sold; it takes no new claim.</summary>
    Overcommitted,

    /// <summary>An amount breaks the units, the steps or the sums.</summary>
    InvalidAmount,

    /// <summary>The id is known with other content.</summary>
    ContentMismatch,

    /// <summary>The claim was released before; that is final.</summary>
    Released,

    /// <summary>The deadline had passed.</summary>
    DeadlineExceeded,

    /// <summary>A fact the gate relied on has ended.</summary>
    NotCompliant,

    /// <summary>More commands are waiting than the pool accepts.</summary>
    Overloaded,
}
