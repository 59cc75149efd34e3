namespace Fulcrum.Contracts.Documents;

/// <summary>How a bound was obtained.</summary>
[GenerateSerializer, Alias("proof-kind")]
public enum ProofKind
{
    /// <summary>The relaxation's answer met every rule and equals the bound.</summary>
    Relaxation,

    /// <summary>Exhaustive search.</summary>
    Search,

    /// <summary>The search ended at its limit.</summary>
    TimeLimit,
}
