using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;
using ObjectiveTerm = Fulcrum.Contracts.Documents.ObjectiveTerm;

namespace Fulcrum.Planning;

/// <summary>Judges what a frontier says of its plans.</summary>
public static class FrontierVerifier
{
    /// <summary>Rule of goals that are not every term once.</summary>
    public const string Goals = "frontier.goals";

    /// <summary>Rule of a plan that exceeds what a term had to stay within.</summary>
    public const string Limit = "frontier.limit";

    /// <summary>Rule of a plan that is called the least of a term although another has less.</summary>
    public const string Corner = "frontier.corner";

    /// <summary>Rule of a plan that another is nowhere worse than.</summary>
    public const string Dominated = "frontier.dominated";

    private static readonly ObjectiveTerm[] Terms = Enum.GetValues<ObjectiveTerm>();

    /// <summary>Everything wrong with a frontier.</summary>
    /// <param name="problem">The problem at the instant of the decision.</param>
    /// <param name="decision">The decision that holds it.</param>
    /// <param name="frontier">The frontier.</param>
    public static IReadOnlyList<Violation> Check(PlacementProblem problem, DecisionDocument decision, FrontierDocument frontier) =>
        [.. frontier.Plans.SelectMany((plan, index) => Check(problem, decision, plan).Concat(Compared(problem.Order.Id, frontier.Plans, index))
            .Select(violation => violation with { Message = $"Plan {index + 1} of the frontier: {violation.Message}" }))];

    /// <summary>Everything wrong with one plan of it, taken by itself.</summary>
    internal static IEnumerable<Violation> Check(PlacementProblem problem, DecisionDocument decision, FrontierPlanDocument point)
    {
        if (!point.Goals.Order().SequenceEqual(Terms.Order())) return [new(Goals, problem.Order.Id, $"The goals ({Names(point.Goals)}) must be {Names(Terms)} in any order.")];
        IEnumerable<Violation> violations = PlanVerifier.Check(FrontierTranslation.ProblemOf(problem, point.Goals), decision with { Status = point.Plan.Certificate.Status }, point.Plan);
        return point.AtMost is { } most && ValueOf(point, most.Term) > most.Value
            ? violations.Append(new(Limit, problem.Order.Id, $"The {Name(most.Term)} is {ValueOf(point, most.Term)} EUR, but had to stay within {most.Value} EUR."))
            : violations;
    }

    private static IEnumerable<Violation> Compared(string orderId, ImmutableArray<FrontierPlanDocument> plans, int index)
    {
        FrontierPlanDocument point = plans[index];
        foreach (ObjectiveTerm term in point.Corners.Where(term => plans.Any(other => ValueOf(other, term) < ValueOf(point, term))))
        {
            yield return new(Corner, orderId, $"It is called the least of {Name(term)}, but another plan has less.");
        }

        foreach ((int position, FrontierPlanDocument other) in plans.Index())
        {
            bool isNowhereWorse = position != index && Terms.All(term => ValueOf(other, term) <= ValueOf(point, term));
            bool isSomewhereBetter = Terms.Any(term => ValueOf(other, term) < ValueOf(point, term));
            if (isNowhereWorse && (isSomewhereBetter || position < index)) yield return new(Dominated, orderId, $"Plan {position + 1} is nowhere worse.");
        }
    }

    private static decimal ValueOf(FrontierPlanDocument point, ObjectiveTerm term) => term switch
    {
        ObjectiveTerm.Price => point.Plan.Score.Price,
        ObjectiveTerm.Locality => point.Plan.Score.Locality,
        _ => point.Plan.Score.Sovereignty,
    };

    private static string Names(IEnumerable<ObjectiveTerm> terms) => string.Join(", ", terms.Select(Name));

    private static string Name(ObjectiveTerm term) => term.ToString().ToLowerInvariant();
}
