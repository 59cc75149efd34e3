using Fulcrum.Solver.Model;
using Fulcrum.Solver.Sovereignty;

namespace Fulcrum.Solver.Rules;

/// <summary>The pool's facts pass the order's sovereignty gate.</summary>
internal sealed class SovereigntyRule : HardRule
{
    public override string Name => "sovereignty";

    public override PoolFilter FilterFor(PlacementProblem problem, OrderItem item)
    {
        if (problem.Order.Policy.Sovereignty is not { } policy) return static _ => null;
        SovereigntyGate gate = new(problem, policy, item);
        return sieve => gate.Refusal(sieve.Pool);
    }
}
