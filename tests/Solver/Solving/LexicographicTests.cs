using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Weights, strict orders and tolerances.</summary>
public sealed class LexicographicTests
{
    /// <summary>Pools whose price and latency to the users trade off: (730, 10 000), (803, 5 000), (876, 1 000) in thousandths of a EUR.</summary>
    private static Sketch TradeOff()
    {
        Sketch sketch = new Sketch()
            .Location("users").Location("far").Location("middle").Location("near")
            .Link("far", "users", 10_000).Link("middle", "users", 5_000).Link("near", "users", 1_000)
            .Provider("a").Pool("far", "a", "far", 0.001m).Pool("middle", "a", "middle", 0.0011m).Pool("near", "a", "near", 0.0012m);
        UserGroup users = sketch.Users("users") with { ValuePerMsMicros = 1_000_000 };
        return sketch.Item("web", 1, item => item with { Users = [users] });
    }

    private static LexicographicTerm Price(decimal tolerance = 0) => new(ObjectiveTerm.Price, tolerance);

    private static LexicographicTerm Locality(decimal tolerance = 0) => new(ObjectiveTerm.Locality, tolerance);

    [Theory]
    [InlineData("0", "web@far×1")]
    [InlineData("0.0999999", "web@far×1")]
    [InlineData("0.1", "web@middle×1")]
    [InlineData("0.2", "web@near×1")]
    public void A_tolerance_lets_the_next_term_choose(string tolerance, string plan) =>
        TradeOff().InOrder(Price(decimal.Parse(tolerance, System.Globalization.CultureInfo.InvariantCulture)), Locality()).Plan().ShouldBe(plan);

    [Fact]
    public void Stages_state_the_best_values_and_the_objective_is_the_last()
    {
        PlacementResult result = TradeOff().InOrder(Price(0.1m), Locality()).Solve();
        result.Certificate!.Stages.ShouldBe([new(ObjectiveTerm.Price, 730_000, 730_000), new(ObjectiveTerm.Locality, 5_000_000, 5_000_000)]);
        result.Certificate.Objective.ShouldBe(5_000_000);
        result.Certificate.Bound.ShouldBe(5_000_000);
    }

    [Fact]
    public void The_tolerance_of_the_last_term_is_ignored() => TradeOff().InOrder(Locality(), Price(1)).Plan().ShouldBe("web@near×1");

    [Fact]
    public void Within_the_tolerances_earlier_terms_are_as_low_as_the_last_allows()
    {
        Sketch sketch = TradeOff().Pool("cheaper", "a", "middle", 0.00105m).InOrder(Price(0.1m), Locality());
        sketch.Plan().ShouldBe("web@cheaper×1");
    }

    [Fact]
    public void A_middle_term_is_lowered_again_after_the_first()
    {
        Sketch Sketch() => new Sketch()
            .Location("paris").Provider("a").Provider("seated", provider => provider with { Facts = new() { Seat = "FR" } })
            .Pool("p", "a", "paris", 0.001m).Pool("q", "seated", "paris", 0.002m).Item("web", 2)
            .Policy(policy => policy with { Preferences = [new(new() { SeatIn = ["FR"] }, 100)] });
        Sketch().InOrder(new LexicographicTerm(ObjectiveTerm.Sovereignty, 1), Price()).Plan().ShouldBe("web@q×2");
        Sketch().InOrder(Price(0.5m), new LexicographicTerm(ObjectiveTerm.Sovereignty, 0)).Plan().ShouldBe("web@p×1, web@q×1");
    }

    [Fact]
    public void Terms_not_named_are_ignored() => TradeOff().InOrder(Price()).Plan().ShouldBe("web@far×1");

    [Fact]
    public void Weights_are_thousandths_and_the_objective_is_in_thousandths_of_a_micro()
    {
        PlacementResult result = TradeOff().Minimise(new Objective { PriceWeightThousandths = 3, LocalityWeightThousandths = 0 }).Solve();
        result.Certificate!.Objective.ShouldBe(2_190_000);
        result.Certificate.Status.ShouldBe(PlacementStatus.Optimal);
        TradeOff().Plan().ShouldBe("web@near×1");
    }
}
