using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Planning;

/// <summary>Translates stated plans into claims that the checker judges.</summary>
public static class ClaimTranslation
{
    /// <summary>A plan as stated.</summary>
    /// <exception cref="ArgumentException">A figure has more decimals than its unit can express.</exception>
    public static ClaimedPlan ToClaim(PlanDocument plan, Order order) => new()
    {
        Assignments = [.. plan.Assignments.Select(ToAssignment)],
        PriceMicros = Units.ToMicros(plan.PriceMonthly),
        Score = ToScore(plan.Score, order),
        Certificate = ToCertificate(plan.Certificate, order.Objective.Mode),
    };

    /// <summary>Whether the objective and the bound are whole in the unit of the order's objective.</summary>
    public static bool IsExact(PlanDocument plan, Order order) =>
        IsWhole(plan.Certificate.Objective, order.Objective.Mode) && IsWhole(plan.Certificate.Bound, order.Objective.Mode);

    private static ClaimedAssignment ToAssignment(AssignmentDocument assignment) => new(
        assignment.ItemId, assignment.ResourcePoolId, assignment.OfferId, assignment.Quantity, Units.ToMicros(assignment.PriceMonthly));

    private static ScoreBreakdown ToScore(ScoreDocument score, Order order) => new()
    {
        ResourcesMicros = Units.ToMicros(score.Resources),
        FeesMicros = Units.ToMicros(score.Fees),
        EgressMicros = Units.ToMicros(score.Egress),
        LocalityMicros = Units.ToMicros(score.Locality),
        SovereigntyMicros = Units.ToMicros(score.Sovereignty),
        Items = ToItemScores(score.Items, order),
    };

    /// <summary>In the order of the order's items; with items twice or missing their number is wrong, which the checker refuses.</summary>
    private static ItemScore[] ToItemScores(ImmutableArray<ItemScoreDocument> stated, Order order) =>
    [
        .. order.Items.SelectMany(item => stated.Where(score => score.ItemId == item.Id)).Select(static score => new ItemScore(
            Units.ToMicros(score.Resources), Units.ToMicros(score.Locality), Units.ToMicros(score.Sovereignty))),
    ];

    private static OptimalityCertificate ToCertificate(OptimalityCertificateDocument certificate, Solver.Model.ObjectiveMode mode) => new()
    {
        Status = (Solver.Results.PlacementStatus)certificate.Status,
        Objective = ToWhole(certificate.Objective, mode),
        Bound = ToWhole(certificate.Bound, mode),
        Gap = certificate.Gap,
        Proof = (Solver.Results.ProofKind)certificate.Proof,
        Seed = certificate.Seed,
        ProblemHash = certificate.ProblemHash,
        Stages = [.. certificate.Stages.Select(static stage => new StageResult(
            (Solver.Model.ObjectiveTerm)stage.Term, Units.ToMicros(stage.Value), Units.ToMicros(stage.Bound)))],
    };

    private static Int128 ToWhole(decimal euros, Solver.Model.ObjectiveMode mode) => IsWhole(euros, mode)
        ? (Int128)(euros * ObjectiveUnit.PerEuro(mode))
        : throw new ArgumentException($"{euros} EUR must be whole in units of 1/{ObjectiveUnit.PerEuro(mode)} EUR.", nameof(euros));

    private static bool IsWhole(decimal euros, Solver.Model.ObjectiveMode mode)
    {
        decimal units = euros * ObjectiveUnit.PerEuro(mode);
        return units == decimal.Truncate(units);
    }
}
