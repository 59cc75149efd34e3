namespace Fulcrum.Solver.Model;

/// <summary>How terms are combined.</summary>
public enum ObjectiveMode
{
    /// <summary>Minimise the weighted sum.</summary>
    Weighted,

    /// <summary>Minimise one term after the other.</summary>
    Lexicographic,
}
