using System.Globalization;
using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>What a certificate says of its plan is true as far as the plan alone can show.</summary>
internal static class CertificateCheck
{
    private const double GapTolerance = 1e-9;

    public static IEnumerable<Violation> Check(Order order, PlanValue value, OptimalityCertificate? stated)
    {
        if (stated is null) return [];
        IEnumerable<Violation> stages = order.Objective.Mode == ObjectiveMode.Lexicographic ? StageCheck.Check(order, value, stated) : [];
        return Figures(order, value, stated).Concat(stages);
    }

    private static IEnumerable<Violation> Figures(Order order, PlanValue value, OptimalityCertificate stated)
    {
        BigInteger objective = ObjectiveOf(order.Objective, value);
        if (stated.Status is not (PlacementStatus.Optimal or PlacementStatus.Feasible))
        {
            yield return new(
                ViolationRules.CertificateStatus,
                order.Id,
                $"The certificate says '{stated.Status}', but a plan is either optimal or feasible.");
        }

        if (stated.Objective != objective)
        {
            yield return new(
                ViolationRules.CertificateObjective,
                order.Id,
                $"The plan's objective is {objective}, but the certificate states {stated.Objective}.");
        }

        if (stated.Bound > stated.Objective || stated.Bound > objective)
        {
            yield return new(
                ViolationRules.CertificateBound,
                order.Id,
                $"The bound {stated.Bound} is above the objective {BigInteger.Min(stated.Objective, objective)}.");
        }

        if (stated.Status == PlacementStatus.Optimal && (stated.Bound != stated.Objective || stated.Gap != 0))
        {
            yield return new(
                ViolationRules.CertificateOptimal,
                order.Id,
                $"The plan is called optimal, but its objective is {stated.Objective}, its bound {stated.Bound} and its gap {Text(stated.Gap)}.");
        }

        double gap = GapOf(stated);
        if (!(Math.Abs(stated.Gap - gap) <= GapTolerance))
        {
            yield return new(
                ViolationRules.CertificateGap,
                order.Id,
                $"The gap of objective {stated.Objective} and bound {stated.Bound} is {Text(gap)}, but {Text(stated.Gap)} is stated.");
        }
    }

    /// <summary>Weighted: thousandths of a micro-EUR; lexicographic: the last term in micro-EUR.</summary>
    private static BigInteger ObjectiveOf(Objective objective, PlanValue value)
    {
        if (objective.Mode == ObjectiveMode.Lexicographic)
        {
            return objective.Order.Count == 0 ? BigInteger.Zero : value.Term(objective.Order[^1].Term);
        }

        return (objective.PriceWeightThousandths * value.Price)
            + (objective.LocalityWeightThousandths * value.Locality)
            + (objective.SovereigntyWeightThousandths * value.Sovereignty);
    }

    private static double GapOf(OptimalityCertificate stated)
    {
        BigInteger difference = (BigInteger)stated.Objective - stated.Bound;
        BigInteger scale = BigInteger.Max(BigInteger.One, BigInteger.Abs(stated.Objective));
        return Math.Clamp((double)difference / (double)scale, 0, 1);
    }

    private static string Text(double gap) => gap.ToString("R", CultureInfo.InvariantCulture);
}
