using Fulcrum.Contracts.Documents;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning;

/// <summary>Judges a stated plan with the independent checker, and what the document states twice.</summary>
public static class PlanVerifier
{
    /// <summary>Rule of a status that contradicts the certificate's.</summary>
    public const string DecisionStatus = "decision.status";

    /// <summary>Rule of a price in the score that is not the sum of its parts.</summary>
    public const string ScorePrice = "score.price";

    /// <summary>Rule of a score of an item that the order does not have.</summary>
    public const string ScoreItem = "score.item";

    /// <summary>Rule of an objective or a bound in fractions of the unit in which it is counted.</summary>
    public const string CertificateUnit = "certificate.unit";

    /// <summary>Rule of an alternative that is no other plan.</summary>
    public const string AlternativeSame = "alternative.same";

    /// <summary>Everything wrong with a decision's plan.</summary>
    /// <param name="problem">The problem at the instant of the decision.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="plan">Its plan.</param>
    public static IReadOnlyList<Violation> Check(PlacementProblem problem, DecisionDocument decision, PlanDocument plan)
    {
        List<Violation> violations = [.. Contradictions(problem.Order, decision, plan)];
        if (!ClaimTranslation.IsExact(plan, problem.Order))
        {
            violations.Add(new(
                CertificateUnit,
                problem.Order.Id,
                $"The objective ({plan.Certificate.Objective}) or the bound ({plan.Certificate.Bound}) is in fractions of its unit."));
            return violations;
        }

        violations.AddRange(PlanChecker.Check(problem, ClaimTranslation.ToClaim(plan, problem.Order)).Violations);
        return violations;
    }

    /// <summary>Everything wrong with the other plans that a decision holds: alternatives, the frontier, and the one that tells why a provider was not chosen.</summary>
    /// <param name="problem">The problem at the instant of the decision.</param>
    /// <param name="decision">The decision.</param>
    public static IReadOnlyList<Violation> CheckOthers(PlacementProblem problem, DecisionDocument decision)
    {
        List<Violation> violations = [];
        List<string> sites = decision.Plan is { } first ? [SitesOf(problem, first)] : [];
        foreach ((int index, PlanDocument plan) in (decision.Alternatives ?? []).Index())
        {
            string name = $"Alternative {index + 1}";
            violations.AddRange(Named(name, Check(problem, decision with { Status = plan.Certificate.Status }, plan)));
            string used = SitesOf(problem, plan);
            if (sites.Contains(used)) violations.Add(new(AlternativeSame, problem.Order.Id, $"{name} uses the same sites as a plan before it."));
            sites.Add(used);
        }

        if (decision.WhyNot is { Plan: { } forced } whyNot)
        {
            violations.AddRange(Named("The plan with the provider asked about", Check(problem, decision with { Status = whyNot.Status }, forced)));
        }

        if (decision.Frontier is { } frontier) violations.AddRange(FrontierVerifier.Check(problem, decision, frontier));
        return violations;
    }

    /// <summary>The plan with the time that its check took.</summary>
    internal static PlanDocument Timed(PlanDocument plan, TimeSpan check) =>
        plan with { Certificate = plan.Certificate with { StagesMs = plan.Certificate.StagesMs with { Check = check.TotalMilliseconds } } };

    private static IEnumerable<Violation> Named(string plan, IEnumerable<Violation> violations) =>
        violations.Select(violation => violation with { Message = $"{plan}: {violation.Message}" });

    private static string SitesOf(PlacementProblem problem, PlanDocument plan) => string.Join(';', plan.Assignments
        .Select(assignment => (assignment.ItemId, Pool: problem.Pools.FirstOrDefault(pool => pool.Id == assignment.ResourcePoolId)))
        .Where(static used => used.Pool is not null)
        .Select(static used => $"{used.ItemId}@{used.Pool!.Provider}/{used.Pool.Location}").Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<Violation> Contradictions(Order order, DecisionDocument decision, PlanDocument plan)
    {
        if (decision.Status != plan.Certificate.Status)
        {
            yield return new(
                DecisionStatus, order.Id, $"The decision is called {Text(decision.Status)}, but its certificate says {Text(plan.Certificate.Status)}.");
        }

        decimal sum = plan.Score.Resources + plan.Score.Fees + plan.Score.Egress;
        if (plan.Score.Price != sum)
        {
            yield return new(ScorePrice, order.Id, $"The score's price is {plan.Score.Price} EUR, but resources, fees and egress come to {sum} EUR.");
        }

        foreach (ItemScoreDocument score in plan.Score.Items.Where(score => order.Items.All(item => item.Id != score.ItemId)))
        {
            yield return new(ScoreItem, score.ItemId, $"The score has figures of item '{score.ItemId}', which the order does not have.");
        }
    }

    private static string Text(Contracts.Documents.PlacementStatus status) => status.ToString().ToLowerInvariant();
}
