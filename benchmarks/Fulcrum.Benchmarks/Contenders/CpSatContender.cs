using System.Globalization;
using Fulcrum.Benchmarks.Reference;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Google.OrTools.Sat;

namespace Fulcrum.Benchmarks.Contenders;

/// <summary>CP-SAT with its default parameters on the reference model. Timed is CP-SAT alone, not the making of the model.</summary>
/// <remarks>One default is off, SAT inprocessing: in OR-Tools 9.15 it can lose constraints and abort the process (issue 5003 of google/or-tools).</remarks>
/// <param name="time">Clock.</param>
/// <param name="workers">Threads.</param>
internal sealed class CpSatContender(TimeProvider time, int workers) : IContender
{
    public string Name => "cp-sat";

    public Answer Solve(PlacementProblem problem, TimeSpan limit)
    {
        ReferenceModel model = ReferenceModel.Of(problem);
        CpModel cp = new();
        IntVar[] variables = [.. model.Linear.Variables.Select(variable => cp.NewIntVar(0, variable.Max, ""))];
        foreach (LinearRow row in model.Linear.Rows)
        {
            LinearExpr sum = LinearExpr.WeightedSum(row.Terms.Select(term => variables[term.Variable]), row.Terms.Select(static term => term.Coefficient));
            cp.AddLinearConstraint(sum, row.Min ?? long.MinValue / 2, row.Max ?? long.MaxValue / 2);
        }

        cp.Minimize(LinearExpr.WeightedSum(model.Linear.Costs.Keys.Select(variable => variables[variable]), model.Linear.Costs.Values));
        CpSolver solver = new()
        {
            StringParameters = string.Create(CultureInfo.InvariantCulture, $"num_workers:{workers} max_time_in_seconds:{limit.TotalSeconds:F3} use_sat_inprocessing:false"),
        };
        long startedAt = time.GetTimestamp();
        CpSolverStatus status = solver.Solve(cp);
        return ToAnswer(model, solver, variables, status, time.GetElapsedTime(startedAt).TotalMilliseconds);
    }

    private static Answer ToAnswer(ReferenceModel model, CpSolver solver, IntVar[] variables, CpSolverStatus result, double milliseconds)
    {
        PlacementStatus status = result switch
        {
            CpSolverStatus.Optimal => PlacementStatus.Optimal,
            CpSolverStatus.Feasible => PlacementStatus.Feasible,
            CpSolverStatus.Infeasible => PlacementStatus.Infeasible,
            CpSolverStatus.ModelInvalid => throw new InvalidOperationException($"CP-SAT refused the model of '{model.Order.Id}': {solver.SolutionInfo()}."),
            _ => PlacementStatus.Unknown,
        };
        if (status is PlacementStatus.Infeasible or PlacementStatus.Unknown) return new Answer(status, null, null, milliseconds, []);
        Plan plan = model.PlanOf(variable => solver.Value(variables[variable]));
        Int128 objective = PlanValue.Of(model.Problem, plan);
        Int128 bound = status == PlacementStatus.Optimal ? objective : Int128.Min(objective, (Int128)Math.Max(0, solver.BestObjectiveBound));
        return new Answer(status, plan, bound, milliseconds, [new TracePoint(milliseconds, objective, bound)]);
    }
}
