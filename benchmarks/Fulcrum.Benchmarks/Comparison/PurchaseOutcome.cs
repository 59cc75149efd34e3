namespace Fulcrum.Benchmarks.Comparison;

/// <summary>What a plan is worth to the buyer.</summary>
internal enum PurchaseOutcome
{
    /// <summary>It obeys every rule of the order.</summary>
    Valid,

    /// <summary>It breaks a rule.</summary>
    BreaksRules,

    /// <summary>There is none: some replica found no pool.</summary>
    NoPlan,
}
