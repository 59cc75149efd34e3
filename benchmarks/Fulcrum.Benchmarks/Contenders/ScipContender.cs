using Fulcrum.Benchmarks.Reference;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Google.OrTools.LinearSolver;

namespace Fulcrum.Benchmarks.Contenders;

/// <summary>SCIP on the reference model as a mixed integer program. Timed is SCIP alone, not the making of the model.</summary>
/// <param name="time">Clock.</param>
internal sealed class ScipContender(TimeProvider time) : IContender
{
    private const double MicrosPerEuro = 1e6;
    private const double ThousandthMicrosPerEuro = 1e9;

    /// <summary>Rows with larger coefficients are divided, so that SCIP's tolerances mean the same in every row.</summary>
    private const double CoefficientMax = 1e4;

    public string Name => "scip";

    public Answer Solve(PlacementProblem problem, TimeSpan limit)
    {
        ReferenceModel model = ReferenceModel.Of(problem);
        using Google.OrTools.LinearSolver.Solver solver = Google.OrTools.LinearSolver.Solver.CreateSolver("SCIP");
        Variable[] variables = [.. model.Linear.Variables.Select(variable => ToVariable(solver, variable))];
        foreach (LinearRow row in model.Linear.Rows) AddRow(solver, model.Linear, variables, row);
        foreach ((int variable, long cost) in model.Linear.Costs)
        {
            solver.Objective().SetCoefficient(variables[variable], cost * Scale(model.Linear.Variables[variable]) / ThousandthMicrosPerEuro);
        }

        solver.Objective().SetMinimization();
        solver.SetTimeLimit((long)limit.TotalMilliseconds);
        using MPSolverParameters parameters = new();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        long startedAt = time.GetTimestamp();
        Google.OrTools.LinearSolver.Solver.ResultStatus status = solver.Solve(parameters);
        return ToAnswer(model, solver, variables, status, time.GetElapsedTime(startedAt).TotalMilliseconds);
    }

    private static Variable ToVariable(Google.OrTools.LinearSolver.Solver solver, LinearVariable variable) =>
        solver.MakeVar(0, variable.Max / Scale(variable), variable.Kind == VariableKind.Count, "");

    private static double Scale(LinearVariable variable) => variable.Kind == VariableKind.Money ? MicrosPerEuro : 1;

    private static void AddRow(Google.OrTools.LinearSolver.Solver solver, LinearModel model, Variable[] variables, LinearRow row)
    {
        (int Variable, double Coefficient)[] terms = [.. row.Terms.Select(term => (term.Variable, term.Coefficient * Scale(model.Variables[term.Variable])))];
        double largest = terms.Select(static term => Math.Abs(term.Coefficient)).DefaultIfEmpty(1).Max();
        double divisor = largest > CoefficientMax ? largest : 1;
        Constraint constraint = solver.MakeConstraint(row.Min / divisor ?? double.NegativeInfinity, row.Max / divisor ?? double.PositiveInfinity);
        foreach ((int variable, double coefficient) in terms) constraint.SetCoefficient(variables[variable], coefficient / divisor);
    }

    private static Answer ToAnswer(
        ReferenceModel model, Google.OrTools.LinearSolver.Solver solver, Variable[] variables, Google.OrTools.LinearSolver.Solver.ResultStatus result, double milliseconds)
    {
        PlacementStatus status = result switch
        {
            Google.OrTools.LinearSolver.Solver.ResultStatus.OPTIMAL => PlacementStatus.Optimal,
            Google.OrTools.LinearSolver.Solver.ResultStatus.FEASIBLE => PlacementStatus.Feasible,
            Google.OrTools.LinearSolver.Solver.ResultStatus.INFEASIBLE => PlacementStatus.Infeasible,
            _ => PlacementStatus.Unknown,
        };
        if (status is PlacementStatus.Infeasible or PlacementStatus.Unknown) return new Answer(status, null, null, milliseconds, []);
        Plan plan = model.PlanOf(variable => (long)Math.Round(variables[variable].SolutionValue()));
        Int128 objective = PlanValue.Of(model.Problem, plan);
        Int128 bound = status == PlacementStatus.Optimal ? objective : (Int128)Math.Max(0, solver.Objective().BestBound() * ThousandthMicrosPerEuro);
        return new Answer(status, plan, bound, milliseconds, [new TracePoint(milliseconds, objective, bound)]);
    }
}
