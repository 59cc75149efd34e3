namespace Fulcrum.Solver.Model;

/// <summary>Replicas of one demand.</summary>
public sealed record OrderItem
{
    /// <summary>Identifier, unique in the order.</summary>
    public required string Id { get; init; }

    /// <summary>Number of replicas, 1 … 10 000.</summary>
    public required int Quantity { get; init; }

    /// <summary>Amount per resource class that one replica needs.</summary>
    public required IReadOnlyDictionary<string, long> Resources { get; init; }

    /// <summary>Traits that the pool must have.</summary>
    public IReadOnlyList<string> RequiredTraits { get; init; } = [];

    /// <summary>Traits that the pool must not have.</summary>
    public IReadOnlyList<string> ForbiddenTraits { get; init; } = [];

    /// <summary>Of each list the pool must have at least one.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AnyOfTraits { get; init; } = [];

    /// <summary>Where the item may run. Country lists hold two-letter countries, groups already expanded.</summary>
    public PlacementRule Placement { get; init; } = new();

    /// <summary>Where the item's users are.</summary>
    public IReadOnlyList<UserGroup> Users { get; init; } = [];

    /// <summary>How replicas must be spread.</summary>
    public IReadOnlyList<SpreadRule> Spread { get; init; } = [];

    /// <summary>Losses of a single domain that must be survived.</summary>
    public IReadOnlyList<SurviveRule> Survive { get; init; } = [];
}
