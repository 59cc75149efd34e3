namespace Fulcrum.Solver.Results;

/// <summary>What the stages of a solve did.</summary>
public sealed record StageEffects
{
    /// <summary>Nothing is known of any stage.</summary>
    public static StageEffects None { get; } = new();

    /// <summary>The stages that were at work; those that are off, or that a rule of the order forbids, are missing.</summary>
    public PipelineStages Applied { get; init; }

    /// <summary>Ways – a pool and the offer bought there – that screening left, over all items.</summary>
    public int WaysScreened { get; init; }

    /// <summary>Ways that dominance left; as many as were screened where it was not at work.</summary>
    public int WaysUndominated { get; init; }

    /// <summary>Parts of the problem that branching looked at.</summary>
    public int Parts { get; init; }

    /// <summary>Parts that branching left to CP-SAT.</summary>
    public int PartsSearched { get; init; }

    /// <summary>What bounding did: once for a weighted order, for a lexicographic one whenever a term was minimised.</summary>
    public IReadOnlyList<BoundingEffect> Boundings { get; init; } = [];
}
