namespace Fulcrum.Solver.Alternatives;

/// <summary>What is asked of a plan beyond the order, for comparison with other plans.</summary>
internal sealed record SideConditions
{
    /// <summary>Nothing more is asked.</summary>
    public static SideConditions None { get; } = new();

    /// <summary>Plans from which the plan must differ.</summary>
    public IReadOnlyList<PlanSignature> Excluded { get; init; } = [];

    /// <summary>An item that must use a provider.</summary>
    public ForcedProvider? Forced { get; init; }

    /// <summary>Terms that must not exceed a value.</summary>
    public IReadOnlyList<TermCeiling> Ceilings { get; init; } = [];

    /// <summary>Whether nothing more is asked.</summary>
    public bool IsNone => Excluded.Count == 0 && Forced is null && Ceilings.Count == 0;

    /// <summary>What the options ask for.</summary>
    public static SideConditions Of(SolveOptions options) =>
        new() { Excluded = options.Excluded, Forced = options.Forced, Ceilings = options.Ceilings };
}
