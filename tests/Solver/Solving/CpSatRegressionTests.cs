using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Models on which CP-SAT with other parameters takes the process down.</summary>
public sealed class CpSatRegressionTests
{
    private const int Variants = 100;

    /// <summary>The SAT inprocessing of OR-Tools 9.15 (issue 5003) aborts the process on about one in ten of these.</summary>
    [Fact]
    public void Shares_that_cannot_hold_beside_an_affinity_are_infeasible()
    {
        for (int variant = 0; variant < Variants; variant++) Variant(new Random(variant)).Plan().ShouldBe("infeasible", $"variant {variant}");
    }

    private static Sketch Variant(Random random)
    {
        Sketch sketch = new Sketch().Location("paris").Provider("a").Provider("b")
            .Pool("wide", "a", "paris", Price(random, 580), 3)
            .Pool("narrow", "a", "paris", Price(random, 128), 1)
            .Pool("shapes", "b", "paris", vcpus: 3, with: pool => pool with { PriceBook = null, Offers = [Offer(random, "x", 150), Offer(random, "y", 82), Offer(random, "z", 34)] })
            .Item("web", 3, item => item with { Placement = new() { PinnedPoolId = "wide" } })
            .Item("cache", 2, item => item with { Placement = new() { PinnedPoolId = "shapes" } })
            .Item("db", 3);
        return sketch.Relation("db", "cache", relation => relation with { Affinity = Domain.Location })
            .Policy(policy => policy with { MaxProviderShareMillionths = 834_255 })
            .InOrder(new LexicographicTerm(ObjectiveTerm.Sovereignty, 0));
    }

    private static Offer Offer(Random random, string id, int price) => new(id, new Dictionary<string, long> { ["vcpu"] = 1 }, Price(random, price));

    private static decimal Price(Random random, int around) => 0.000000001m * (around + random.Next(-12, 12));
}
