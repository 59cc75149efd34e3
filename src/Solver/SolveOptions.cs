using Fulcrum.Solver.Alternatives;

namespace Fulcrum.Solver;

/// <summary>How a problem is solved.</summary>
public sealed record SolveOptions
{
    /// <summary>Default of <see cref="TimeLimit"/>.</summary>
    public static readonly TimeSpan TimeLimitDefault = TimeSpan.FromSeconds(2);

    /// <summary>Default of <see cref="DeterministicLimit"/>.</summary>
    public const double DeterministicLimitDefault = 10;

    /// <summary>Which method is used.</summary>
    public SolveStrategy Strategy { get; init; } = SolveStrategy.Pipeline;

    /// <summary>Which stages of the pipeline are on; ignored with <see cref="SolveStrategy.Plain"/>, which has none.</summary>
    public PipelineStages Stages { get; init; } = PipelineStages.All;

    /// <summary>Time for the whole solve; ignored when <see cref="Deterministic"/>.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeLimitDefault;

    /// <summary>CP-SAT workers, at least 1; ignored when <see cref="Deterministic"/>.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Breaks ties; null derives it from the order id.</summary>
    public long? Seed { get; init; }

    /// <summary>One worker and a limit in deterministic time: the same problem and seed give the same plan.</summary>
    public bool Deterministic { get; init; }

    /// <summary>Limit of a deterministic solve in CP-SAT's deterministic time, a count of work that is of the order of seconds.</summary>
    public double DeterministicLimit { get; init; } = DeterministicLimitDefault;

    /// <summary>Told, on the solving thread, whenever bounds and drafts make plan or bound of a weighted order better; null for nobody.</summary>
    public IProgress<SolveProgress>? Progress { get; init; }

    /// <summary>Plans from which the plan must differ in the sites that some item uses.</summary>
    public IReadOnlyList<PlanSignature> Excluded { get; init; } = [];

    /// <summary>An item that must use a provider, to answer why it does not.</summary>
    public ForcedProvider? Forced { get; init; }

    /// <summary>Terms of the objective that must not exceed a value.</summary>
    public IReadOnlyList<TermCeiling> Ceilings { get; init; } = [];
}
