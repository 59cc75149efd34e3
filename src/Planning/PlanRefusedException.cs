using Fulcrum.Solver.Checking;

namespace Fulcrum.Planning;

/// <summary>The independent checker found a plan of the solver wrong. The plan is never handed out.</summary>
/// <param name="orderId">The order.</param>
/// <param name="violations">Everything found wrong.</param>
public sealed class PlanRefusedException(string orderId, IReadOnlyList<Violation> violations)
    : Exception($"The plan of order '{orderId}' failed its check: {string.Join(" ", violations.Select(static violation => $"[{violation.Rule}] {violation.Message}"))}")
{
    /// <summary>Everything found wrong.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;
}
