using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>The stage that divides replicas among providers: which orders it answers, and that its answers are those of the plain model.</summary>
public sealed class DivisionTests
{
    private static readonly PlacementSolver Solver = new(TimeProvider.System);

    private static Func<Provider, Provider> Fee(long micros, EgressTariff? egress = null) => provider => provider with { FeePerOrderMicros = micros, Egress = egress };

    private static PlacementResult Solve(Sketch sketch, SolveStrategy strategy = SolveStrategy.Pipeline) =>
        Solver.Solve(sketch.Build(), new SolveOptions { Strategy = strategy, TimeLimit = TimeSpan.FromMinutes(1) }, TestContext.Current.CancellationToken);

    private static bool IsDivided(PlacementResult result) => (result.Effects.Applied & (PipelineStages.Division | PipelineStages.Bounding)) == PipelineStages.Division;

    /// <summary>Three providers with fees at two places of one country and one of another.</summary>
    private static Sketch Three() => new Sketch().Location("paris").Location("nice").Location("rome", "IT")
        .Provider("a", Fee(900_000)).Provider("b", Fee(700_000, new EgressTariff(0.1m, 10))).Provider("c", Fee(2_000_000, new EgressTariff(0.03m, 0)))
        .Pool("a-paris", "a", "paris", 0.002m, 2, static pool => pool with { Zone = "1" })
        .Pool("a-paris-2", "a", "paris", 0.003m, 3, static pool => pool with { Zone = "2" })
        .Pool("b-paris", "b", "paris", 0.001m, 4)
        .Pool("b-nice", "b", "nice", 0.004m, 4)
        .Pool("c-rome", "c", "rome", 0.005m, 9);

    [Theory]
    [InlineData(Domain.Pool)]
    [InlineData(Domain.Zone)]
    [InlineData(Domain.Location)]
    [InlineData(Domain.Country)]
    [InlineData(Domain.Provider)]
    public void An_item_is_divided_under_its_caps_at_the_cost_of_the_plain_model(Domain kind)
    {
        foreach (int quantity in (int[])[2, 3, 5, 8])
        {
            foreach (decimal gib in (decimal[])[0, 7, 60])
            {
                Sketch Sketch(Func<OrderItem, OrderItem> with)
                {
                    Sketch sketch = Three();
                    UserGroup users = sketch.Users("nice") with { EgressGiBMonthly = gib, ValuePerMsMicros = 10_000 };
                    return sketch.Item("web", quantity, item => with(item with { Users = [users] }));
                }

                Equal(Sketch(static item => item));
                Equal(Sketch(item => item with { Spread = [new(kind, Max: (quantity + 1) / 2)] }));
                Equal(Sketch(item => item with { Survive = [new(kind, 1)] }));
                Equal(Sketch(item => item with { Spread = [new(kind, MinDomains: 2)] }));
                Equal(Sketch(static item => item).Policy(static policy => policy with { MinProviders = 2 }));
                Equal(Sketch(static item => item).Policy(static policy => policy with { MaxProviders = 1 }));
            }
        }
    }

    private static void Equal(Sketch sketch)
    {
        PlacementResult divided = Solve(sketch);
        PlacementResult plain = Solve(sketch, SolveStrategy.Plain);
        IsDivided(divided).ShouldBeTrue();
        (divided.Status, divided.Certificate?.Objective).ShouldBe((plain.Status, plain.Certificate?.Objective));
    }

    [Fact]
    public void Items_that_have_nothing_but_pools_in_common_are_divided_each()
    {
        Sketch Sketch(long fee, long vcpus) => new Sketch().Location("paris").Location("nice").Provider("a", Fee(fee)).Provider("b")
            .Pool("p", "a", "paris", 0.001m, vcpus).Pool("q", "b", "nice", 0.002m).Item("web", 2).Item("db", 3);
        PlacementResult result = Solve(Sketch(fee: 0, vcpus: 9));
        IsDivided(result).ShouldBeTrue();
        (result.Status, result.Certificate!.Proof, result.Score!.PriceMicros).ShouldBe((PlacementStatus.Optimal, ProofKind.Relaxation, 5 * 730_000));
        IsDivided(Solve(Sketch(fee: 1, vcpus: 9))).ShouldBeFalse();
        IsDivided(Solve(Sketch(fee: 0, vcpus: 4))).ShouldBeFalse();
        Solve(Sketch(fee: 0, vcpus: 4)).Score!.PriceMicros.ShouldBe(6 * 730_000);
    }

    [Fact]
    public void What_division_leaves_out_turns_it_off()
    {
        Sketch Two() => Three().Item("web", 2);
        IsDivided(Solve(Two())).ShouldBeTrue();
        IsDivided(Solve(Two().Policy(static policy => policy with { MaxProviderShareMillionths = 600_000 }))).ShouldBeFalse();
        IsDivided(Solve(Two().Policy(static policy => policy with { BudgetMicros = 1_000_000 }))).ShouldBeFalse();
        IsDivided(Solve(Three().Item("web", 20))).ShouldBeFalse();
        IsDivided(Solve(Two().Item("db").Relation("web", "db", static relation => relation with { TrafficGiBMonthly = 1 }))).ShouldBeFalse();
    }

    [Fact]
    public void An_item_without_a_division_is_infeasible()
    {
        PlacementResult result = Solve(Three().Item("web", 12).Policy(static policy => policy with { MaxProviders = 1 }));
        (result.Status, IsDivided(result)).ShouldBe((PlacementStatus.Infeasible, true));
        result = Solve(Three().Item("web", 7, static item => item with { Spread = [new(Domain.Location, Max: 2)] }));
        (result.Status, IsDivided(result)).ShouldBe((PlacementStatus.Infeasible, true));
    }
}
