using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>A plan as somebody states it, with everything that can be wrong about it.</summary>
public sealed record ClaimedPlan
{
    /// <summary>Assignments as stated: ids that may not exist, quantities that may not fit.</summary>
    public required IReadOnlyList<ClaimedAssignment> Assignments { get; init; }

    /// <summary>Price term as stated, micro-EUR per month; null is not checked.</summary>
    public long? PriceMicros { get; init; }

    /// <summary>Parts of the score as stated; null is not checked.</summary>
    public ScoreBreakdown? Score { get; init; }

    /// <summary>Certificate as stated; null is not checked.</summary>
    public OptimalityCertificate? Certificate { get; init; }

    /// <summary>States a plan under the ids of its problem; the prices of single assignments are left unstated.</summary>
    public static ClaimedPlan Of(PlacementProblem problem, Plan plan, ScoreBreakdown? score = null, OptimalityCertificate? certificate = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        return new()
        {
            Assignments = [.. plan.Lines.Select(line => Assignment(problem, line))],
            PriceMicros = score?.PriceMicros,
            Score = score,
            Certificate = certificate,
        };
    }

    private static ClaimedAssignment Assignment(PlacementProblem problem, PlanLine line)
    {
        ResourcePool pool = problem.Pools[line.Pool];
        string? offer = line.Offer == PlanLine.FreeForm ? null : pool.Offers[line.Offer].Id;
        return new(problem.Order.Items[line.Item].Id, pool.Id, offer, line.Quantity, null);
    }
}
