using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Checking;

/// <summary>Sections "Money", "Price term", "Locality term" and "Sovereignty term".</summary>
public sealed class MoneyTests
{
    private static readonly ClaimedPlan InParis = Scenario.Of(("web", "par-1", "m4", 4), ("db", "par-2", null, 2));

    [Fact]
    public void A_replica_costs_a_month_of_730_hours()
    {
        Scenario.Problem.Score().Items[0].ResourcesMicros.ShouldBe(4 * 38_252_000);
        Scenario.Problem.Score().Items[1].ResourcesMicros.ShouldBe(2 * 12_410_000);
    }

    [Theory]
    [InlineData("0.00000005", 37)]
    [InlineData("0.0000000499999999999999999999", 36)]
    [InlineData("0.00000015", 110)]
    public void A_replica_price_is_rounded_once_half_away_from_zero(string pricePerHour, long micros) => Scenario.Problem
        .WithPool("par-1", pool => pool with
        {
            Offers = [pool.Offers[0] with { PricePerHour = decimal.Parse(pricePerHour, System.Globalization.CultureInfo.InvariantCulture) }],
        })
        .Score(InParis).Items[0].ResourcesMicros.ShouldBe(4 * micros);

    [Fact]
    public void Free_form_is_rounded_after_the_sum() => Scenario.Problem
        .WithPool("par-2", pool => pool with { PriceBook = new Dictionary<string, decimal> { ["vcpu"] = 0.000000025m, ["memoryMiB"] = 0.00000000625m } })
        .Score(InParis).Items[1].ResourcesMicros.ShouldBe(2 * 73);

    [Fact]
    public void A_fee_is_paid_once_per_provider_used()
    {
        PlacementProblem problem = Scenario.Problem with
        {
            Providers = [.. Scenario.Problem.Providers.Select((provider, index) => provider with { FeePerOrderMicros = index + 1 })],
        };
        problem.Score().FeesMicros.ShouldBe(3);
        problem.Score(InParis).FeesMicros.ShouldBe(1);
    }

    /// <summary>500.001 GiB over 4 replicas are 128 000.256 MiB each, so 128 001; 51.2 EUR per GiB are 0.05 EUR per MiB.</summary>
    [Theory]
    [InlineData("0", 4 * 128_001)]
    [InlineData("0.00048828125", (4 * 128_001) - 1)]
    [InlineData("0.000488", 4 * 128_001)]
    [InlineData("1000000", 0)]
    public void Traffic_is_counted_in_whole_MiB_per_replica_less_the_free_volume(string free, long billable) => Scenario.Problem
        .WithProvider("alpina", provider => provider with { Egress = new(51.2m, decimal.Parse(free, System.Globalization.CultureInfo.InvariantCulture)) })
        .WithItem("web", item => item with { Users = [new() { Location = 0, EgressGiBMonthly = 500.001m }] })
        .Score(InParis).EgressMicros.ShouldBe(billable * 50_000);

    [Fact]
    public void Each_user_is_rounded_up_separately() => Scenario.Problem
        .WithProvider("alpina", provider => provider with { Egress = new(0.001024m, 0) })
        .WithItem("web", item => item with { Users = [Tiny(0), Tiny(1)] })
        .Score(InParis).EgressMicros.ShouldBe(8);

    [Fact]
    public void A_provider_pays_once_per_order_and_rounds_once() => Scenario.Problem
        .WithProvider("alpina", provider => provider with { Egress = new(0.000512m, 0) })
        .WithItem("web", item => item with { Users = [Tiny(0)] })
        .WithItem("db", item => item with { Users = [Tiny(0)] })
        .Score(Scenario.Of(("web", "par-1", "m4", 3), ("web", "fra-1", "m4", 1), ("db", "par-2", null, 2))).EgressMicros.ShouldBe(3);

    [Fact]
    public void Without_a_tariff_traffic_is_free() => Scenario.Problem
        .WithItem("web", item => item with { Users = [new() { Location = 2, EgressGiBMonthly = 1_000_000 }] })
        .Score().EgressMicros.ShouldBe(0);

    [Fact]
    public void Traffic_of_a_relation_leaves_unless_to_uses_the_same_provider_and_location()
    {
        PlacementProblem problem = Tariffs().WithRelation(relation => relation with { TrafficGiBMonthly = 4m / 1024 });
        problem.Score().EgressMicros.ShouldBe(0);
        problem.Score(Scenario.Of(("web", "par-1", "m4", 1), ("web", "fra-1", "m4", 3), ("db", "par-2", null, 2))).EgressMicros.ShouldBe(3);
        problem.WithPool("par-2", pool => pool with { Provider = 1 }).Score(InParis).EgressMicros.ShouldBe(4);
        problem.WithPool("par-2", pool => pool with { Location = 1 }).Score(InParis).EgressMicros.ShouldBe(4);
    }

    [Fact]
    public void Locality_is_rounded_per_replica() => Scenario.Problem
        .WithItem("web", item => item with { Users = [new() { Location = 0, ValuePerMsMicros = 5 }] })
        .Score().LocalityMicros.ShouldBe(2 * 12);

    /// <summary>10 × 9.2 ms / 4 = 23 per web replica in Frankfurt; the way from Paris to Frankfurt, 9.1 ms, is not asked for.</summary>
    [Fact]
    public void Locality_of_a_relation_goes_to_the_nearest_pool_of_to()
    {
        PlacementProblem problem = Scenario.Problem.WithRelation(relation => relation with { ValuePerMsMicros = 10 });
        problem.Score().LocalityMicros.ShouldBe(0);
        ClaimedPlan dbInParis = Scenario.Of(("web", "par-1", "m4", 2), ("web", "fra-1", "m4", 2), ("db", "par-2", null, 2));
        problem.Score(dbInParis).LocalityMicros.ShouldBe(2 * 23);
        problem.Score(dbInParis).Items.Select(item => item.LocalityMicros).ShouldBe([46, 0]);
    }

    /// <summary>9 micro-EUR over six replicas are 1.5, so 2 for each of the three in Frankfurt.</summary>
    [Fact]
    public void A_preference_costs_each_replica_in_a_pool_that_does_not_meet_it()
    {
        PlacementProblem problem = Scenario.Problem.WithPolicy(policy => policy with { Preferences = [new(new() { SeatIn = ["FR"] }, 9)] });
        problem.Score().SovereigntyMicros.ShouldBe(3 * 2);
        problem.Score().Items.Select(item => item.SovereigntyMicros).ShouldBe([4, 2]);
    }

    [Fact]
    public void A_preference_with_several_requirements_is_met_when_all_are() => Scenario.Problem
        .WithPolicy(policy => policy with { Preferences = [new(new() { SeatIn = ["FR", "DE"], StaffIn = ["FR"] }, 6)] })
        .Score().SovereigntyMicros.ShouldBe(3);

    [Fact]
    public void Money_beyond_64_bits_is_a_violation_not_a_crash() => Scenario.Problem
        .WithItem("web", item => item with { Users = [new() { Location = 2, ValuePerMsMicros = 1_000_000_000_000_000_000 }] })
        .ShouldViolate(ViolationRules.ScoreRange);

    private static UserGroup Tiny(int location) => new() { Location = location, EgressGiBMonthly = 0.0000001m };

    private static PlacementProblem Tariffs() => Scenario.Problem with
    {
        Providers = [.. Scenario.Problem.Providers.Select(provider => provider with { Egress = new(0.001024m, 0) })],
    };
}
