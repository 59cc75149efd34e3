using System.Numerics;
using Fulcrum.Solver.Results;
using Google.OrTools.Sat;

namespace Fulcrum.Solver.Search;

/// <summary>Runs CP-SAT.</summary>
internal static class CpSatSearch
{
    /// <summary>Up to here CP-SAT's comparison of value and bound in floating point is exact.</summary>
    private const long ExactInDoubleMax = 1L << 52;

    /// <summary>Searches for a plan with the least value of a sum that is never negative.</summary>
    public static SearchOutcome Minimise(PlacementModel model, LinearSum sum, SearchLimits limits, CancellationToken cancellationToken)
    {
        if (limits.IsExhausted) return SearchOutcome.Nothing;
        model.Builder.Minimise(sum);
        CpSolverResponse response = Run(model.Builder.Proto, limits.Parameters(model.Problem.Seed), cancellationToken);
        limits.Spend(response.DeterministicTime);
        return response.Status switch
        {
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => WithPlan(model, sum, response),
            CpSolverStatus.Infeasible when model.Builder.IsClipped => WithoutObjective(model, limits, cancellationToken),
            CpSolverStatus.Infeasible => SearchOutcome.Infeasible,
            CpSolverStatus.ModelInvalid => throw new ProblemTooLargeException($"CP-SAT refused the model: {response.SolutionInfo}."),
            _ => SearchOutcome.Nothing,
        };
    }

    /// <summary>Tells an infeasible problem from one whose plans are all too dear to compute.</summary>
    private static SearchOutcome WithoutObjective(PlacementModel model, SearchLimits limits, CancellationToken cancellationToken)
    {
        PlacementModel bare = new(model.Problem);
        CpSolverResponse response = Run(bare.Builder.Proto, limits.Parameters(model.Problem.Seed), cancellationToken);
        limits.Spend(response.DeterministicTime);
        return response.Status switch
        {
            CpSolverStatus.Infeasible => SearchOutcome.Infeasible,
            CpSolverStatus.Unknown => SearchOutcome.Nothing,
            _ => throw ProblemTooLargeException.OfMoney(),
        };
    }

    private static CpSolverResponse Run(CpModelProto proto, string parameters, CancellationToken cancellationToken)
    {
        using SolveWrapper wrapper = new();
        wrapper.SetStringParameters(parameters);
        using (cancellationToken.Register(wrapper.StopSearch))
        {
            CpSolverResponse response = wrapper.Solve(proto);
            cancellationToken.ThrowIfCancellationRequested();
            return response;
        }
    }

    private static SearchOutcome WithPlan(PlacementModel model, LinearSum sum, CpSolverResponse response)
    {
        long[] values = [.. response.Solution];
        BigInteger value = sum.ValueAt(values);
        long bound = (long)BigInteger.Max(0, BigInteger.Min(value, response.InnerObjectiveLowerBound));
        bool isProved = response.Status == CpSolverStatus.Optimal && (value <= ExactInDoubleMax || bound == value);
        return new SearchOutcome(
            isProved ? PlacementStatus.Optimal : PlacementStatus.Feasible, model.PlanOf(values), values, isProved ? (long)value : bound);
    }
}
