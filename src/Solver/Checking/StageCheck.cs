using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>The stages of a lexicographic objective agree with the order, with the plan and with each other.</summary>
internal static class StageCheck
{
    public static IEnumerable<Violation> Check(Order order, PlanValue value, OptimalityCertificate stated)
    {
        IReadOnlyList<LexicographicTerm> terms = order.Objective.Order;
        if (!stated.Stages.Select(stage => stage.Term).SequenceEqual(terms.Select(term => term.Term)))
        {
            string found = Names(stated.Stages.Select(stage => stage.Term));
            return [Stages(order, $"The stages are of {found}, but the order names {Names(terms.Select(term => term.Term))}.")];
        }

        return Enumerable.Range(0, terms.Count)
            .SelectMany(index => Stage(order, value, stated, index))
            .Concat(Last(order, stated));
    }

    private static IEnumerable<Violation> Stage(Order order, PlanValue value, OptimalityCertificate stated, int index)
    {
        StageResult stage = stated.Stages[index];
        BigInteger term = value.Term(stage.Term);
        BigInteger most = MostHeld(order.Objective.Order, stage, index);
        string name = stage.Term.ToString().ToLowerInvariant();
        if (term > most)
        {
            yield return Stages(order, $"The plan's {name} is {Wording.Euros(term)}, but its stage holds it at {Wording.Euros(most)}.");
        }

        if (term < stage.BoundMicros)
        {
            yield return Stages(
                order,
                $"The plan's {name} is {Wording.Euros(term)}, below the bound {Wording.Euros(stage.BoundMicros)} of its stage.");
        }

        if (stage.BoundMicros > stage.ValueMicros)
        {
            yield return Stages(
                order,
                $"The bound {Wording.Euros(stage.BoundMicros)} of stage {name} is above its value {Wording.Euros(stage.ValueMicros)}.");
        }

        if (stated.Status == PlacementStatus.Optimal && stage.BoundMicros != stage.ValueMicros)
        {
            yield return new(
                ViolationRules.CertificateOptimal,
                order.Id,
                $"The plan is called optimal, but stage {name} has value {Wording.Euros(stage.ValueMicros)} and bound {Wording.Euros(stage.BoundMicros)}.");
        }
    }

    private static IEnumerable<Violation> Last(Order order, OptimalityCertificate stated)
    {
        if (stated.Stages.Count == 0) yield break;
        StageResult last = stated.Stages[^1];
        if (stated.Objective != last.ValueMicros)
        {
            yield return Stages(order, $"The objective is {stated.Objective}, but the last stage has value {last.ValueMicros}.");
        }

        if (stated.Bound != last.BoundMicros)
        {
            yield return new(ViolationRules.CertificateBound, order.Id, $"The bound is {stated.Bound}, but the last stage proved {last.BoundMicros}.");
        }
    }

    /// <summary>v + ⌊v × tolerance⌋; v for the last term.</summary>
    private static BigInteger MostHeld(IReadOnlyList<LexicographicTerm> terms, StageResult stage, int index)
    {
        BigInteger best = stage.ValueMicros;
        return index == terms.Count - 1 ? best : best + (Fraction.Of(terms[index].Tolerance) * best).Floor();
    }

    private static string Names(IEnumerable<ObjectiveTerm> terms) => string.Join(", ", terms).ToLowerInvariant();

    private static Violation Stages(Order order, string message) => new(ViolationRules.CertificateStages, order.Id, message);
}
