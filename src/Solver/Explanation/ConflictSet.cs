namespace Fulcrum.Solver.Explanation;

/// <summary>Demands that cannot hold together, though without any one of them they can.</summary>
/// <remarks>
/// The order considered has the items of the set with their amounts and, where certificates are asked for, the services they name, the relations among them, and of all other demands those in the set alone.
/// An amount (quantity, resources) is a member when a smaller one alone would do, such a service when leaving it out alone would.
/// </remarks>
/// <param name="Members">The demands. None when the market cannot serve the amounts at all.</param>
/// <param name="Items">Items that the conflict is about, by index.</param>
/// <param name="IsProved">Whether every statement is proved by a solve: infeasible together, feasible without each. False when time ran out.</param>
public sealed record ConflictSet(IReadOnlyList<ConflictMember> Members, IReadOnlyList<int> Items, bool IsProved);
