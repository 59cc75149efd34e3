namespace Fulcrum.Solver.Assignments;

/// <summary>What a linear relaxation counts for where limits are deterministic: about the seconds it takes.</summary>
internal static class LinearWork
{
    private const double SecondsPerCell = 4e-9;
    private const double IterationsPerRead = 20;

    /// <summary>Work of so many iterations.</summary>
    public static double Of(long iterations, int variables, int constraints) => (iterations + IterationsPerRead) * (variables + constraints) * SecondsPerCell;
}
