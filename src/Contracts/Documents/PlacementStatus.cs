namespace Fulcrum.Contracts.Documents;

/// <summary>What is known of an answer.</summary>
[GenerateSerializer, Alias("placement-status")]
public enum PlacementStatus
{
    /// <summary>No better plan exists; proved.</summary>
    Optimal,

    /// <summary>A plan, not proved to be the best.</summary>
    Feasible,

    /// <summary>No plan exists; proved.</summary>
    Infeasible,

    /// <summary>Time ran out with neither a plan nor a proof.</summary>
    Unknown,
}
