using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Tests.Reference;

/// <summary>The reference model is written apart from the solver: where both prove an optimum it is the same.</summary>
public sealed class AgreementTests
{
    private const int Pools = 40;
    private const double Tolerance = 1e-6;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(ContenderKind.CpSat)]
    [InlineData(ContenderKind.Scip)]
    public void Optima_agree(ContenderKind kind)
    {
        IContender reference = ContenderFactory.Create(kind, TimeProvider.System, workers: 1);
        IContender solver = ContenderFactory.Create(ContenderKind.Fulcrum, TimeProvider.System, workers: 1);
        foreach (OrderFamily family in (OrderFamily[])[OrderFamily.Relations, OrderFamily.Governed, OrderFamily.Composite])
        {
            for (int seed = 1; seed <= 6; seed++)
            {
                PlacementProblem problem = new SyntheticProblems().Create(Pools, items: 1 + (seed % 4), family, seed);

                (Answer one, Answer other) = (reference.Solve(problem, Limit), solver.Solve(problem, Limit));

                one.IsProved.ShouldBeTrue($"{family}, seed {seed}");
                other.Status.ShouldBe(one.Status, $"{family}, seed {seed}");
                if (one.Plan is null) continue;
                double difference = (double)(PlanValue.Of(problem, one.Plan) - PlanValue.Of(problem, other.Plan!)) / (double)PlanValue.Of(problem, other.Plan!);
                difference.ShouldBe(0, Tolerance, $"{family}, seed {seed}");
            }
        }
    }

    [Theory]
    [InlineData(ContenderKind.CpSat)]
    [InlineData(ContenderKind.Scip)]
    public void An_order_that_fits_nowhere_is_infeasible(ContenderKind kind)
    {
        PlacementProblem problem = new SyntheticProblems().Create(Pools, items: 2, OrderFamily.Relations, seed: 1);
        PlacementProblem poor = problem with { Order = problem.Order with { Policy = new OrderPolicy { BudgetMicros = 1 } } };

        ContenderFactory.Create(kind, TimeProvider.System, workers: 1).Solve(poor, Limit).Status.ShouldBe(PlacementStatus.Infeasible);
    }

    [Fact]
    public void A_rule_that_the_reference_lacks_is_refused()
    {
        PlacementProblem problem = new SyntheticProblems().Create(Pools, items: 2, OrderFamily.Relations, seed: 1);
        PlacementProblem shared = problem with { Order = problem.Order with { Policy = new OrderPolicy { MaxProviderShareMillionths = 500_000 } } };

        Should.Throw<NotSupportedException>(() => ContenderFactory.Create(ContenderKind.Scip, TimeProvider.System, workers: 1).Solve(shared, Limit));
    }
}
