using Fulcrum.Contracts.Documents;

namespace Fulcrum.Planning;

/// <summary>The plans that a decision holds.</summary>
public static class DecisionPlans
{
    /// <summary>The plan decided on and all that are told beside it.</summary>
    public static IEnumerable<PlanDocument> Of(DecisionDocument decision)
    {
        if (decision.Plan is { } plan) yield return plan;
        foreach (PlanDocument alternative in decision.Alternatives ?? []) yield return alternative;
        if (decision.WhyNot?.Plan is { } forced) yield return forced;
        foreach (FrontierPlanDocument point in decision.Frontier?.Plans ?? []) yield return point.Plan;
    }
}
