using Fulcrum.Contracts.Documents;
using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning;

/// <summary>Translates frontiers into documents, and their plans back into the questions that found them.</summary>
internal static class FrontierTranslation
{
    /// <summary>The problem that a plan of a frontier answers: the same with the plan's own goals.</summary>
    public static PlacementProblem ProblemOf(PlacementProblem problem, IEnumerable<Contracts.Documents.ObjectiveTerm> goals)
    {
        Objective objective = new()
        {
            Mode = Solver.Model.ObjectiveMode.Lexicographic,
            Order = [.. goals.Select(static term => new LexicographicTerm((Solver.Model.ObjectiveTerm)term, 0))],
        };
        return problem with { Order = problem.Order with { Objective = objective } };
    }

    /// <summary>A point as a document.</summary>
    public static FrontierPlanDocument ToDocument(PlacementProblem problem, FrontierPoint point)
    {
        Contracts.Documents.ObjectiveTerm[] goals = [.. point.Goals.Select(static term => (Contracts.Documents.ObjectiveTerm)term)];
        return new FrontierPlanDocument
        {
            Corners = [.. point.Corners.Select(static term => (Contracts.Documents.ObjectiveTerm)term)],
            Goals = [.. goals],
            AtMost = point.Ceiling is { } ceiling ? new TermLimitDocument { Term = (Contracts.Documents.ObjectiveTerm)ceiling.Term, Value = Units.ToEuros(ceiling.MostMicros) } : null,
            Plan = DecisionTranslation.ToPlan(ProblemOf(problem, goals), point.Result)!,
        };
    }
}
