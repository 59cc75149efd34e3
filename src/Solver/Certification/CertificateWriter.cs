using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Search;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Certification;

/// <summary>States how good an answer provably is.</summary>
internal static class CertificateWriter
{
    /// <summary>The certificate of an answer that has a plan.</summary>
    public static OptimalityCertificate Write(PlacementProblem problem, Supply supply, long seed, Answer answer, ScoreBreakdown score)
    {
        Int128 value = Value(problem.Order.Objective, score);
        return new OptimalityCertificate
        {
            Status = answer.Status,
            Objective = value,
            Bound = answer.Bound,
            Gap = (double)(value - answer.Bound) / (double)Int128.Max(1, Int128.Abs(value)),
            Proof = answer.Proof,
            Seed = seed,
            ProblemHash = CanonicalHash.Of(problem, supply),
            Stages = answer.Stages,
        };
    }

    private static Int128 Value(Objective objective, ScoreBreakdown score)
    {
        if (objective.Mode == ObjectiveMode.Weighted) return Weights.Of(objective).Of(score);
        return objective.Order.Count == 0 ? 0 : score.Term(objective.Order[^1].Term);
    }
}
