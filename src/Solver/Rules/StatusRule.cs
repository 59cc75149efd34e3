using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Rules;

/// <summary>Provider and pool take new orders.</summary>
internal sealed class StatusRule : HardRule
{
    public override string Name => "eligibility.status";

    public override PoolFilter FilterFor(PlacementProblem problem, OrderItem item) => static sieve =>
        Refusal("provider", sieve.Provider.Status) ?? Refusal("pool", sieve.Definition.Status);

    private static string? Refusal(string subject, LifecycleStatus status) => status switch
    {
        LifecycleStatus.Active => null,
        LifecycleStatus.Draining => $"{subject} is draining",
        _ => $"{subject} is suspended",
    };
}
