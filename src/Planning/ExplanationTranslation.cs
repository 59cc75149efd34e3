using System.Collections.Immutable;
using System.Globalization;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Solver.Explanation;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning;

/// <summary>Translates explanations into documents.</summary>
internal static class ExplanationTranslation
{
    private const int SentencesMax = 8;
    private const int SentenceLengthMax = 180;

    /// <summary>A decision with its explanation.</summary>
    public static DecisionDocument With(DecisionDocument decision, OrderExplanation explanation) => decision with
    {
        ConflictSet = explanation.Conflict is { } conflict ? [.. conflict.Members.Select(static member => member.Name)] : null,
        ConflictDetail = explanation.Conflict is { } known ? InWords(known) : "Time ran out before a conflict was found.",
        Relaxations = [.. explanation.Relaxations.Select(ToRelaxation)],
    };

    /// <summary>A funnel with what each rule does apart from the others.</summary>
    public static ImmutableArray<ItemFunnelDocument> With(ImmutableArray<ItemFunnelDocument> funnels, IReadOnlyList<IReadOnlyList<RuleEffect>> effects) =>
        [.. funnels.Zip(effects, static (funnel, rules) => funnel with { Steps = [.. funnel.Steps.Select(step => With(step, rules))] })];

    /// <summary>What happens when an item must use a provider.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="question">Item and provider.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="plan">The plan with the item there, if any.</param>
    /// <param name="best">The score of the best plan, if there is one.</param>
    public static WhyNotDocument ToWhyNot(
        PlacementProblem problem, (string ItemId, string ProviderId) question, WhyNotAnswer answer, PlanDocument? plan, ScoreDocument? best) => new()
        {
            ItemId = question.ItemId,
            ProviderId = question.ProviderId,
            Status = (Contracts.Documents.PlacementStatus)answer.Result.Status,
            Detail = plan is null ? Refusal(problem, question, answer) : Comparison(question, plan.Score, best),
            Difference = plan is null || best is null ? null : Difference(plan.Score, best),
            Plan = plan,
            ConflictSet = answer.Conflict is { } conflict ? [.. conflict.Members.Select(static member => member.Name)] : null,
        };

    private static FunnelStepDocument With(FunnelStepDocument step, IReadOnlyList<RuleEffect> effects) =>
        effects.FirstOrDefault(effect => effect.Rule == step.Rule) is { } known ? step with { RemovedAlone = known.RemovedAlone, LeftWithout = known.LeftWithout } : step;

    private static RelaxationDocument ToRelaxation(DemandRelaxation relaxation) => new()
    {
        Rule = relaxation.Rule,
        Change = relaxation.Change,
        PriceMonthly = relaxation.PriceMicros is { } price ? Units.ToEuros(price) : null,
        Smallest = relaxation.IsSmallest,
        Sufficient = relaxation.IsSufficient,
    };

    private static string InWords(ConflictSet conflict)
    {
        if (conflict.Members.Count == 0) return "The market cannot serve these amounts at all, whatever else is asked for.";
        string demands = Sentences(conflict);
        if (!conflict.IsProved) return $"These cannot hold together: {demands}. Time ran out before it was proved that each of them is needed.";
        return conflict.Members.Count == 1
            ? $"This cannot be met: {demands}. Without it, it could."
            : $"These cannot hold together, but without any one of them they can: {demands}.";
    }

    private static string Sentences(ConflictSet conflict)
    {
        string named = string.Join("; ", conflict.Members.Take(SentencesMax).Select(static member => Cut(member.Text)));
        return conflict.Members.Count <= SentencesMax ? named : $"{named}; and {conflict.Members.Count - SentencesMax} more";
    }

    private static string Cut(string text) => text.Length <= SentenceLengthMax ? text : text[..SentenceLengthMax] + "…";

    private static string Comparison((string ItemId, string ProviderId) question, ScoreDocument forced, ScoreDocument? best)
    {
        if (best is null) return $"With a replica of '{question.ItemId}' at '{question.ProviderId}' there is a plan.";
        decimal more = forced.Price - best.Price;
        string difference = more == 0 ? "the price is the same" : string.Create(CultureInfo.InvariantCulture, $"it costs {Math.Abs(more):0.00####} EUR per month {(more > 0 ? "more" : "less")}");
        return $"With a replica of '{question.ItemId}' at '{question.ProviderId}' there is a plan; {difference}.";
    }

    private static string Refusal(PlacementProblem problem, (string ItemId, string ProviderId) question, WhyNotAnswer answer)
    {
        string start = $"With a replica of '{question.ItemId}' at '{question.ProviderId}'";
        if (answer.Result.Status != Solver.Results.PlacementStatus.Infeasible) return $"{start} no plan was found in time.";
        int pools = problem.Pools.Count(pool => problem.Providers[pool.Provider].Id == question.ProviderId);
        if (pools == 0) return $"{start} there is no plan: the provider has no pool.";
        string removed = string.Join(", ", answer.Effects.Where(static effect => effect.RemovedAlone > 0).Select(static effect => $"{effect.Rule} removes {effect.RemovedAlone}"));
        string rules = removed.Length == 0 ? "" : $" Of its {pools} pools {removed}.";
        return answer.Conflict is { Members.Count: > 0 } conflict ? $"{start} there is no plan: {Sentences(conflict)}.{rules}" : $"{start} there is no plan.{rules}";
    }

    private static SortedMap<decimal> Difference(ScoreDocument forced, ScoreDocument best) => new[]
    {
        KeyValuePair.Create("price", forced.Price - best.Price),
        KeyValuePair.Create("locality", forced.Locality - best.Locality),
        KeyValuePair.Create("sovereignty", forced.Sovereignty - best.Sovereignty),
        KeyValuePair.Create("resources", forced.Resources - best.Resources),
        KeyValuePair.Create("fees", forced.Fees - best.Fees),
        KeyValuePair.Create("egress", forced.Egress - best.Egress),
    }.ToSortedMap();
}
