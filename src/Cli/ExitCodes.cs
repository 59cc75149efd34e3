namespace Fulcrum.Cli;

/// <summary>What the process answers with. Stable: scripts rely on the values.</summary>
public static class ExitCodes
{
    /// <summary>An optimal or feasible plan; a valid plan; what was asked of the engine is done.</summary>
    public const int Success = 0;

    /// <summary>A plan that breaks a rule; a fault of ours.</summary>
    public const int Failure = 1;

    /// <summary>Bad options, files or documents; an engine that cannot be reached.</summary>
    public const int BadInput = 2;

    /// <summary>No plan exists; the engine refused what was asked because of how things are.</summary>
    public const int Infeasible = 3;

    /// <summary>Time ran out with no plan; the outcome is unknown, or trying again later can help.</summary>
    public const int Unknown = 4;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}
