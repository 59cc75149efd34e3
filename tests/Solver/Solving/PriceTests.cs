using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Fees, egress, budget and shares.</summary>
public sealed class PriceTests
{
    private static readonly EgressTariff HalfMicroPerMiB = new(0.000512m, 0);

    private static Sketch Charged(EgressTariff tariff, int quantity, decimal gib, long fee = 0)
    {
        Sketch sketch = new Sketch().Location("paris").Provider("a", provider => provider with { Egress = tariff, FeePerOrderMicros = fee }).Pool("p", "a", "paris", 0);
        UserGroup users = sketch.Users("paris") with { EgressGiBMonthly = gib };
        return sketch.Item("web", quantity, item => item with { Users = [users] });
    }

    [Fact]
    public void Shared_fees_draw_items_together() => new Sketch()
        .Location("paris").Provider("a", With(25)).Provider("b", With(25)).Provider("c", With(25))
        .Pool("a", "a", "paris", 0.0137m).Pool("b", "b", "paris", 0.0137m).Pool("c", "c", "paris", 0.0144m)
        .Item("web", 1, item => item with { Placement = new() { DeniedProviders = ["b"] } })
        .Item("db", 1, item => item with { Placement = new() { DeniedProviders = ["a"] } })
        .Plan().ShouldBe("web@c×1, db@c×1");

    [Theory]
    [InlineData("0.0009765625", 1)]
    [InlineData("0.001953125", 1)]
    [InlineData("0.0029296875", 2)]
    public void Egress_is_rounded_half_away_from_zero(string gib, long micros) =>
        Charged(HalfMicroPerMiB, 1, decimal.Parse(gib, System.Globalization.CultureInfo.InvariantCulture)).Solve().Score!.EgressMicros.ShouldBe(micros);

    [Fact]
    public void Traffic_is_rounded_up_to_a_MiB_for_every_replica() =>
        Charged(new EgressTariff(0.001024m, 0), 3, 0.0009765625m).Solve().Score!.EgressMicros.ShouldBe(3);

    [Theory]
    [InlineData("0.00048828125", 3)]
    [InlineData("0.0004", 4)]
    [InlineData("1", 0)]
    public void The_free_volume_is_rounded_to_a_MiB_and_never_pays_back(string free, long micros) =>
        Charged(new EgressTariff(0.001024m, decimal.Parse(free, System.Globalization.CultureInfo.InvariantCulture)), 4, 0.00390625m).Solve().Score!.EgressMicros.ShouldBe(micros);

    [Fact]
    public void The_free_volume_is_used_before_another_provider_is_paid()
    {
        Sketch sketch = new Sketch().Location("paris").Provider("a", Free).Provider("b", Free).Pool("p", "a", "paris", 0).Pool("q", "b", "paris", 0.001m);
        UserGroup users = sketch.Users("paris") with { EgressGiBMonthly = 200 };
        sketch.Item("web", 2, item => item with { Users = [users] }).Plan().ShouldBe("web@p×1, web@q×1");

        static Provider Free(Provider provider) => provider with { Egress = new EgressTariff(1, 100) };
    }

    [Fact]
    public void Traffic_between_items_leaves_unless_the_other_item_is_at_the_same_provider_and_location()
    {
        ScoreBreakdown Score(string webPool, string dbPool) => new Sketch()
            .Location("paris").Location("lyon").Provider("a", Priced).Provider("b", Priced)
            .Pool("p", "a", "paris").Pool("p2", "a", "paris").Pool("q", "a", "lyon").Pool("r", "b", "paris")
            .Item("web", 1, item => item with { Placement = new() { PinnedPoolId = webPool } })
            .Item("db", 1, item => item with { Placement = new() { PinnedPoolId = dbPool } })
            .Relation("web", "db", relation => relation with { TrafficGiBMonthly = 10 }).Solve().Score!;
        Score("p", "p2").EgressMicros.ShouldBe(0);
        Score("p", "q").EgressMicros.ShouldBe(10_000_000);
        Score("p", "r").EgressMicros.ShouldBe(10_000_000);

        static Provider Priced(Provider provider) => provider with { Egress = new EgressTariff(1, 0) };
    }

    [Fact]
    public void Egress_prices_of_28_digits_are_exact()
    {
        Sketch sketch = Charged(new EgressTariff(0.1234567890123456789012345678m, 0.5m), 7, 1_000_000_000m, fee: 1);
        sketch.Pool("q", "a", "paris", 0).Solve().Score!.EgressMicros.ShouldBe(123_456_788_950_858);
    }

    [Theory]
    [InlineData(730_000, "web@cheap×1")]
    [InlineData(729_999, "infeasible")]
    public void The_budget_may_be_spent_to_the_last_micro(long budget, string plan) => new Sketch()
        .Location("paris").Provider("a").Pool("cheap", "a", "paris").Item("web").Policy(policy => policy with { BudgetMicros = budget }).Plan().ShouldBe(plan);

    [Fact]
    public void The_budget_binds_the_price_though_locality_is_what_is_minimised()
    {
        Sketch sketch = new Sketch().Location("paris").Location("lyon").Link("paris", "lyon", 5_000).Provider("a").Pool("far", "a", "lyon", 0.001m).Pool("near", "a", "paris", 0.002m);
        UserGroup users = sketch.Users("paris") with { ValuePerMsMicros = 1_000_000 };
        sketch.Item("web", 2, item => item with { Users = [users] }).InOrder(new LexicographicTerm(ObjectiveTerm.Locality, 0))
            .Policy(policy => policy with { BudgetMicros = 2_190_000 }).Plan().ShouldBe("web@far×1, web@near×1");
    }

    [Theory]
    [InlineData(666_667, "web@cheap×2, web@dear×1")]
    [InlineData(500_000, "web@cheap×2, web@dear×1")]
    [InlineData(499_999, "infeasible")]
    public void The_share_of_a_provider_is_compared_exactly_on_replica_prices(int share, string plan) => new Sketch()
        .Location("paris").Provider("a", With(1_000)).Provider("b")
        .Pool("cheap", "a", "paris", 0.001m, 2).Pool("dear", "b", "paris", 0.002m)
        .Item("web", 3, item => item with { Spread = [new(Domain.Pool, Max: 2)] })
        .Policy(policy => policy with { MaxProviderShareMillionths = share, MinProviders = 2 }).Plan().ShouldBe(plan);

    [Fact]
    public void Shares_of_sums_beyond_64_bits_times_a_million_are_compared_exactly()
    {
        Sketch Sketch(int share) => new Sketch().Location("paris").Provider("a").Provider("b")
            .Pool("p", "a", "paris", 1_000_000m, 5_001).Pool("q", "b", "paris", 1_000_000m, 4_999)
            .Item("web", 10_000).Minimise(new Objective { PriceWeightThousandths = 0 }).Policy(policy => policy with { MaxProviderShareMillionths = share });
        Sketch(500_100).Plan().ShouldBe("web@p×5001, web@q×4999");
        Sketch(500_099).Plan().ShouldBe("infeasible");
    }

    [Fact]
    public void Providers_are_counted_over_the_whole_order()
    {
        Sketch Sketch() => new Sketch().Location("paris").Provider("a").Provider("b").Pool("p", "a", "paris", 0.001m).Pool("q", "b", "paris", 0.002m)
            .Item("web").Item("db", 1, item => item with { Placement = new() { PinnedPoolId = "q" } });
        Sketch().Policy(policy => policy with { MaxProviders = 1 }).Plan().ShouldBe("web@q×1, db@q×1");
        Sketch().Policy(policy => policy with { MinProviders = 2 }).Plan().ShouldBe("web@p×1, db@q×1");
        Sketch().Policy(policy => policy with { MinProviders = 3 }).Plan().ShouldBe("infeasible");
    }

    [Fact]
    public void Money_beyond_64_bits_is_refused_with_a_message()
    {
        Sketch Sketch(decimal perHour) => new Sketch().Location("paris").Provider("a").Pool("p", "a", "paris", 1_000_000m, 9_999).Pool("q", "a", "paris", perHour, 9_999)
            .Item("web", 10_000).Minimise(new Objective { PriceWeightThousandths = 1_000_000, LocalityWeightThousandths = 1 });
        Should.Throw<ProblemTooLargeException>(() => Sketch(999_999m).Solve()).Message.ShouldContain("Maybe");
    }

    [Fact]
    public void Absurd_prices_of_one_provider_do_not_stand_in_the_way_of_others()
    {
        Sketch sketch = new Sketch().Location("paris").Provider("a").Provider("b")
            .Pool("absurd", "a", "paris", 1_000_000m, 1_000_000_000_000_000).Pool("sound", "b", "paris", 0.05m, 1_000_000_000_000_000)
            .Item("web", 10_000, item => item with { Resources = new Dictionary<string, long> { ["vcpu"] = 1_000 } })
            .Item("db", 10_000, item => item with { Resources = new Dictionary<string, long> { ["vcpu"] = 1_000_000 } })
            .Minimise(new Objective { PriceWeightThousandths = 1, LocalityWeightThousandths = 1, SovereigntyWeightThousandths = 0 });
        sketch.Plan().ShouldBe("web@sound×10000, db@sound×10000");
    }

    private static Func<Provider, Provider> With(long feeEuros) => provider => provider with { FeePerOrderMicros = feeEuros * 1_000_000 };
}
