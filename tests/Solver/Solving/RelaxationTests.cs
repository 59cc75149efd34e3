using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>When the relaxation alone proves the best plan, and when it must not.</summary>
public sealed class RelaxationTests
{
    private static Sketch Priced(params decimal[] perHour) => perHour.Index().Aggregate(
        new Sketch().Location("paris").Provider("a"), (sketch, pool) => sketch.Pool($"p{pool.Index}", "a", "paris", pool.Item, 2));

    private static ProofKind Proof(Sketch sketch) => sketch.Solve().Certificate!.Proof;

    [Fact]
    public void The_cheapest_pools_are_filled_first() => Proof(Priced(0.003m, 0.001m, 0.002m).Item("web", 5)).ShouldBe(ProofKind.Relaxation);

    [Fact]
    public void A_single_fee_is_part_of_the_bound() => Proof(new Sketch()
        .Location("paris").Provider("a", provider => provider with { FeePerOrderMicros = 7_000_000 }).Provider("b")
        .Pool("p", "a", "paris", 0.001m).Pool("q", "b", "paris", 0.012m).Item("web")).ShouldBe(ProofKind.Relaxation);

    [Fact]
    public void Items_that_compete_for_a_pool_pay_for_its_capacity() =>
        Priced(0.001m, 0.002m).Item("web", 2).Item("db", 2).Solve().Score!.ResourcesMicros.ShouldBe((2 * 730_000) + (2 * 1_460_000));

    [Fact]
    public void A_spread_over_pools_is_part_of_the_bound()
    {
        Sketch sketch = Priced(0.001m, 0.002m).Item("web", 2, item => item with { Spread = [new(Domain.Pool, Max: 1)] });
        Proof(sketch).ShouldBe(ProofKind.Relaxation);
        sketch.Plan().ShouldBe("web@p0×1, web@p1×1");
    }

    [Fact]
    public void A_share_that_the_cheapest_choice_breaks_is_searched() => new Sketch()
        .Location("paris").Provider("a").Provider("b").Pool("p", "a", "paris", 0.001m).Pool("q", "b", "paris", 0.002m)
        .Item("web", 3).Policy(policy => policy with { MaxProviderShareMillionths = 500_000 }).Plan().ShouldBe("web@p×2, web@q×1");
}
