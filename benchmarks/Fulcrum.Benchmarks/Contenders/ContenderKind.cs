namespace Fulcrum.Benchmarks.Contenders;

/// <summary>The ways to solve that can be measured.</summary>
public enum ContenderKind
{
    /// <summary>This solver: shortcuts first, search on what is left.</summary>
    Fulcrum,

    /// <summary>This solver's straightforward CP-SAT model, with the parameters it chooses.</summary>
    Plain,

    /// <summary>CP-SAT with default parameters on the reference model.</summary>
    CpSat,

    /// <summary>SCIP on the reference model.</summary>
    Scip,
}
