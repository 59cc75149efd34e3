namespace Fulcrum.Solver.Results;

/// <summary>How far bounds and drafts narrowed a problem before the search. Money is in thousandths of a micro-EUR.</summary>
public sealed record BoundingEffect
{
    /// <summary>The first bound, before any multiplier has moved; null when no plan can exist.</summary>
    public required Int128? RootBound { get; init; }

    /// <summary>The bound at the end; null when no plan can exist, or none better than the one found.</summary>
    public required Int128? Bound { get; init; }

    /// <summary>Value of the best draft; null without one.</summary>
    public required Int128? Incumbent { get; init; }

    /// <summary>Drafts that were complete, each after its local moves.</summary>
    public required int DraftsTried { get; init; }

    /// <summary>Drafts that became the incumbent.</summary>
    public required int DraftsTaken { get; init; }

    /// <summary>Ways before any was dropped.</summary>
    public required int WaysBefore { get; init; }

    /// <summary>Ways left for the search.</summary>
    public required int WaysLeft { get; init; }

    /// <summary>Whether nothing was left to search.</summary>
    public required bool IsClosed { get; init; }
}
