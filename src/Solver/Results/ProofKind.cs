namespace Fulcrum.Solver.Results;

/// <summary>How a certificate's bound was obtained.</summary>
public enum ProofKind
{
    /// <summary>The relaxation's answer met every rule and its objective equals the bound.</summary>
    Relaxation,

    /// <summary>Exhaustive search.</summary>
    Search,

    /// <summary>The search ended at its limit; the bound is what it had proved.</summary>
    TimeLimit,
}
