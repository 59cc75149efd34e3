using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Rules;

/// <summary>The pool's facts pass the order's sovereignty gate.</summary>
internal sealed class SovereigntyRule : HardRule
{
    public override string Name => "sovereignty";

    public override bool IsScreen => true;

    public override void Screen(ItemScreening screening)
    {
        if (screening.Order.Problem.Order.Policy.Sovereignty is not { } policy) return;
        screening.Keep(screening.Supply.Facts.Of, screening.Order.Gate(policy, screening.Definition));
    }
}
