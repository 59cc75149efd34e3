namespace Fulcrum.Solver;

/// <summary>The methods of the solver.</summary>
public enum SolveStrategy
{
    /// <summary>Shortcuts that are exact first, search on what is left.</summary>
    Pipeline,

    /// <summary>The straightforward CP-SAT model alone, for comparison.</summary>
    Plain,
}
