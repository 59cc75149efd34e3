using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Rules;

/// <summary>Provider and pool take new orders.</summary>
internal sealed class StatusRule : HardRule
{
    private static readonly string?[] Refusals = [null, "provider is draining", "provider is suspended", "pool is draining", "pool is suspended"];

    public override string Name => "eligibility.status";

    public override bool IsScreen => true;

    public override void Screen(ItemScreening screening)
    {
        if (screening.Supply.HasInactive) screening.Keep(screening.Supply.Statuses, new Verdicts(Refusals.Length, static status => Refusals[status]));
    }
}
