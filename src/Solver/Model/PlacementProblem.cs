using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Model;

/// <summary>Everything one decision depends on: a market, what its members can sell now, an order, and the instant of the decision.</summary>
/// <remarks>Immutable. Solver, checker and oracle read the same problem and share nothing else.</remarks>
public sealed record PlacementProblem
{
    /// <summary>Locations and the latencies between them.</summary>
    public required Market Market { get; init; }

    /// <summary>Members of the market; pools refer to them by index.</summary>
    public required IReadOnlyList<Provider> Providers { get; init; }

    /// <summary>Pools with their free capacity, prices and traits; plans refer to them by index.</summary>
    public required IReadOnlyList<ResourcePool> Pools { get; init; }

    /// <summary>What the buyer wants.</summary>
    public required Order Order { get; init; }

    /// <summary>The pools as columns, built beforehand for many problems; ignored unless it was built from these very <see cref="Market"/>, <see cref="Providers"/> and <see cref="Pools"/>.</summary>
    public Supply? Supply { get; init; }

    /// <summary>The instant at which facts are evaluated: certificates are valid or not on its UTC day.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>What a solve asks of the plan beyond the order; no part of the order, its hash or its check.</summary>
    internal SideConditions Side { get; init; } = SideConditions.None;
}
