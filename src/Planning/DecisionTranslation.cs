using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Planning;

/// <summary>Translates answers of the solver into documents.</summary>
public static class DecisionTranslation
{
    /// <summary>The answer to a problem as a document.</summary>
    public static DecisionDocument ToDecision(PlacementProblem problem, PlacementResult result) => new()
    {
        Status = (Contracts.Documents.PlacementStatus)result.Status,
        DecidedAt = problem.DecidedAt,
        Plan = ToPlan(problem, result),
        Funnel = [.. result.Funnel.Select(funnel => ToFunnel(problem, funnel))],
    };

    /// <summary>The plan of an answer, if it has one.</summary>
    internal static PlanDocument? ToPlan(PlacementProblem problem, PlacementResult result) =>
        result is { Plan: { } plan, Score: { } score, Certificate: { } certificate }
            ? ToPlan(problem, plan, score, ToCertificate(problem, plan, certificate, result.Times))
            : null;

    private static PlanDocument ToPlan(PlacementProblem problem, Plan plan, ScoreBreakdown score, OptimalityCertificateDocument certificate) => new()
    {
        Assignments = [.. plan.Lines.Select(line => ToAssignment(problem, line))],
        PriceMonthly = Units.ToEuros(score.PriceMicros),
        Score = ToScore(problem.Order, score),
        Certificate = certificate,
    };

    private static AssignmentDocument ToAssignment(PlacementProblem problem, PlanLine line) => new()
    {
        ItemId = problem.Order.Items[line.Item].Id,
        ResourcePoolId = problem.Pools[line.Pool].Id,
        OfferId = line.Offer == PlanLine.FreeForm ? null : problem.Pools[line.Pool].Offers[line.Offer].Id,
        Quantity = line.Quantity,
        PriceMonthly = Units.ToEuros(line.Quantity * ReplicaPrice.Micros(problem, line)),
    };

    private static ScoreDocument ToScore(Order order, ScoreBreakdown score) => new()
    {
        Price = Units.ToEuros(score.PriceMicros),
        Locality = Units.ToEuros(score.LocalityMicros),
        Sovereignty = Units.ToEuros(score.SovereigntyMicros),
        Resources = Units.ToEuros(score.ResourcesMicros),
        Fees = Units.ToEuros(score.FeesMicros),
        Egress = Units.ToEuros(score.EgressMicros),
        Items = [.. score.Items.Select((item, index) => ToItemScore(order.Items[index].Id, item))],
    };

    private static ItemScoreDocument ToItemScore(string itemId, ItemScore score) => new()
    {
        ItemId = itemId,
        Resources = Units.ToEuros(score.ResourcesMicros),
        Locality = Units.ToEuros(score.LocalityMicros),
        Sovereignty = Units.ToEuros(score.SovereigntyMicros),
    };

    private static OptimalityCertificateDocument ToCertificate(
        PlacementProblem problem, Plan plan, OptimalityCertificate certificate, StageTimes times)
    {
        decimal unit = ObjectiveUnit.PerEuro(problem.Order.Objective.Mode);
        return new OptimalityCertificateDocument
        {
            Status = (Contracts.Documents.PlacementStatus)certificate.Status,
            Objective = (decimal)certificate.Objective / unit,
            Bound = (decimal)certificate.Bound / unit,
            Gap = certificate.Gap,
            Proof = (Contracts.Documents.ProofKind)certificate.Proof,
            Seed = certificate.Seed,
            ProblemHash = certificate.ProblemHash,
            Generations = plan.Lines.Select(static line => line.Pool).Distinct()
                .Select(pool => KeyValuePair.Create(problem.Pools[pool].Id, problem.Pools[pool].Generation)).ToSortedMap(),
            Stages = [.. certificate.Stages.Select(ToStage)],
            StagesMs = new StagesMsDocument { Filter = times.Filter, Bound = times.Bound, Search = times.Search, Check = times.Check },
        };
    }

    private static StageDocument ToStage(StageResult stage) => new()
    {
        Term = (Contracts.Documents.ObjectiveTerm)stage.Term,
        Value = Units.ToEuros(stage.ValueMicros),
        Bound = Units.ToEuros(stage.BoundMicros),
    };

    private static ItemFunnelDocument ToFunnel(PlacementProblem problem, ItemFunnel funnel) => new()
    {
        ItemId = problem.Order.Items[funnel.Item].Id,
        Pools = funnel.Pools,
        Steps = [.. funnel.Steps.Select(ToStep)],
    };

    private static FunnelStepDocument ToStep(FunnelStep step) => new()
    {
        Rule = step.Rule,
        Removed = step.Removed,
        Left = step.Left,
        Reasons = [.. step.Reasons.Select(static reason => new FunnelReasonDocument { Reason = reason.Reason, Pools = reason.Pools })],
    };
}
