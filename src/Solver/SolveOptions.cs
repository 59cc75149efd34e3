namespace Fulcrum.Solver;

/// <summary>How a problem is solved.</summary>
public sealed record SolveOptions
{
    /// <summary>Default of <see cref="TimeLimit"/>.</summary>
    public static readonly TimeSpan TimeLimitDefault = TimeSpan.FromSeconds(2);

    /// <summary>Which method is used.</summary>
    public SolveStrategy Strategy { get; init; } = SolveStrategy.Pipeline;

    /// <summary>Time for the whole solve; ignored when <see cref="Deterministic"/>.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeLimitDefault;

    /// <summary>CP-SAT workers, at least 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Breaks ties; null derives it from the order id.</summary>
    public long? Seed { get; init; }

    /// <summary>One worker and a limit in deterministic time: the same problem and seed give the same plan.</summary>
    public bool Deterministic { get; init; }
}
