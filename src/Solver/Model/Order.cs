namespace Fulcrum.Solver.Model;

/// <summary>A composite order: items, relations between them, and what holds for the whole.</summary>
public sealed record Order
{
    /// <summary>Identifier of the order.</summary>
    public required string Id { get; init; }

    /// <summary>Items to place, all or none.</summary>
    public required IReadOnlyList<OrderItem> Items { get; init; }

    /// <summary>Relations between items.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];

    /// <summary>Rules and preferences over the whole order.</summary>
    public OrderPolicy Policy { get; init; } = new();

    /// <summary>What is minimised.</summary>
    public Objective Objective { get; init; } = Objective.Default;
}
