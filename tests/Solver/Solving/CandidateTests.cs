using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>What may serve a replica, what it consumes and what it costs.</summary>
public sealed class CandidateTests
{
    private static Sketch OneSite() => new Sketch().Location("paris").Provider("a");

    private static Func<ResourcePool, ResourcePool> Vcpu(Inventory inventory) =>
        pool => pool with { Inventories = new Dictionary<string, Inventory> { ["vcpu"] = inventory } };

    private static Func<OrderItem, OrderItem> Demands(long vcpus) => item => item with { Resources = new Dictionary<string, long> { ["vcpu"] = vcpus } };

    [Theory]
    [InlineData("0.00000005", 37)]
    [InlineData("0.00000015", 110)]
    [InlineData("0.0000000499999999999999999999", 36)]
    public void A_month_is_730_hours_rounded_once_half_away_from_zero(string perHour, long micros)
    {
        decimal price = decimal.Parse(perHour, System.Globalization.CultureInfo.InvariantCulture);
        OneSite().Pool("p", "a", "paris", price).Item("web").Solve().Score!.PriceMicros.ShouldBe(micros);
    }

    [Fact]
    public void The_price_book_is_summed_before_it_is_rounded()
    {
        Sketch sketch = OneSite()
            .Pool("p", "a", "paris", with: pool => pool with
            {
                Inventories = new Dictionary<string, Inventory> { ["vcpu"] = new() { Total = 9 }, ["diskGiB"] = new() { Total = 9 } },
                PriceBook = new Dictionary<string, decimal> { ["vcpu"] = 0.0000000004m, ["diskGiB"] = 0.0000000004m },
            })
            .Item("web", with: item => item with { Resources = new Dictionary<string, long> { ["vcpu"] = 1, ["diskGiB"] = 1 } });
        sketch.Solve().Score!.PriceMicros.ShouldBe(1);
    }

    [Fact]
    public void Each_replica_is_rounded_not_their_sum() =>
        OneSite().Pool("p", "a", "paris", 0.00000005m).Item("web", 2).Solve().Score!.PriceMicros.ShouldBe(74);

    [Fact]
    public void A_price_with_28_digits_is_exact() =>
        OneSite().Pool("p", "a", "paris", 9999.999999999999999999999999m, 1_000).Item("web", with: Demands(1_000)).Solve().Score!.PriceMicros.ShouldBe(7_300_000_000_000_000);

    [Fact]
    public void An_offer_consumes_all_that_it_names()
    {
        Offer large = new("large", new Dictionary<string, long> { ["vcpu"] = 4 }, 0.0001m);
        OneSite().Pool("p", "a", "paris", 1m, 7, pool => pool with { Offers = [large] }).Item("web", 2).Plan().ShouldBe("web@p×1, web@p/large×1");
    }

    [Fact]
    public void An_offer_of_a_class_that_the_inventory_lacks_is_no_candidate()
    {
        Offer withDisk = new("disk", new Dictionary<string, long> { ["vcpu"] = 1, ["diskGiB"] = 10 }, 0.0001m);
        OneSite().Pool("p", "a", "paris", 1m, 7, pool => pool with { Offers = [withDisk] }).Item("web").Plan().ShouldBe("web@p×1");
    }

    [Theory]
    [InlineData(2, "web@p×1")]
    [InlineData(3, "infeasible")]
    [InlineData(6, "web@p×1")]
    [InlineData(8, "infeasible")]
    public void A_demand_is_within_the_unit_limits_and_never_rounded_up_to_a_step(long vcpus, string plan) =>
        OneSite().Pool("p", "a", "paris", with: Vcpu(new Inventory { Total = 100, MinUnit = 2, MaxUnit = 6, StepSize = 2 })).Item("web", with: Demands(vcpus)).Plan().ShouldBe(plan);

    [Theory]
    [InlineData(3, "web@p×3")]
    [InlineData(4, "infeasible")]
    public void Sellable_is_rounded_down_after_the_ratio_and_claims_come_off(int replicas, string plan) =>
        OneSite().Pool("p", "a", "paris", with: Vcpu(new Inventory { Total = 8, Reserved = 3, AllocationRatio = 1.5m, Claimed = 4 })).Item("web", replicas).Plan().ShouldBe(plan);

    [Fact]
    public void Items_share_the_capacity_of_a_pool() =>
        OneSite().Pool("cheap", "a", "paris", 0.001m, 3).Pool("dear", "a", "paris", 0.002m).Item("web", 2).Item("db", 2).Plan()
            .ShouldBeOneOf("web@cheap×2, db@cheap×1, db@dear×1", "web@cheap×1, web@dear×1, db@cheap×2");

    [Fact]
    public void The_cheapest_fill_is_found_when_offers_compete_for_capacity()
    {
        Offer small = new("small", new Dictionary<string, long> { ["vcpu"] = 3 }, 0.003m);
        Offer tight = new("tight", new Dictionary<string, long> { ["vcpu"] = 2 }, 0.004m);
        OneSite()
            .Pool("p", "a", "paris", 1m, 6, pool => pool with { Offers = [small, tight], PriceBook = null })
            .Item("web", 3, Demands(2))
            .Plan().ShouldBe("web@p/tight×3");
    }
}
