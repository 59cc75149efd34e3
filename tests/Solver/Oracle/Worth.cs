using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>The money of a plan in micro-EUR per month.</summary>
internal readonly record struct Worth(long Resources, long Fees, long Egress, long Locality, long Sovereignty)
{
    public long Price => Resources + Fees + Egress;

    public long Term(ObjectiveTerm term) => term switch
    {
        ObjectiveTerm.Price => Price,
        ObjectiveTerm.Locality => Locality,
        _ => Sovereignty,
    };

    public Int128 Weighted(Objective objective) =>
        ((Int128)objective.PriceWeightThousandths * Price)
        + ((Int128)objective.LocalityWeightThousandths * Locality)
        + ((Int128)objective.SovereigntyWeightThousandths * Sovereignty);

    public static Worth Of(ScoreBreakdown score) =>
        new(score.ResourcesMicros, score.FeesMicros, score.EgressMicros, score.LocalityMicros, score.SovereigntyMicros);
}
