using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Stage by stage: what it does, that it can be left out, and that it is off or weaker where a rule breaks its shortcut.</summary>
public sealed class StageTests
{
    private static readonly PlacementSolver Solver = new(TimeProvider.System);

    private static PlacementResult Solve(Sketch sketch, PipelineStages stages = PipelineStages.All, Func<SolveOptions, SolveOptions>? with = null)
    {
        SolveOptions options = new() { Stages = stages, TimeLimit = TimeSpan.FromMinutes(1) };
        return Solver.Solve(sketch.Build(), with?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
    }

    private static PlacementResult SolveWithout(Sketch sketch, PipelineStages stage) => Solve(sketch, PipelineStages.All & ~stage);

    /// <summary>Solves by bounds and search what division would answer at once.</summary>
    private static PlacementResult SolveUndivided(Sketch sketch, PipelineStages without = PipelineStages.None) => SolveWithout(sketch, PipelineStages.Division | without);

    /// <summary>A pool that sells a cheap small offer and a dear large one, and another pool of the same site that is dearer.</summary>
    private static Sketch Offers() => new Sketch().Location("paris").Provider("a").Provider("b")
        .Pool("p", "a", "paris", 0.003m, with: static pool => pool with { Offers = [Offer("small", 1, 0.001m), Offer("large", 4, 0.002m)] })
        .Pool("q", "a", "paris", 0.004m)
        .Pool("r", "b", "paris", 0.005m);

    private static Offer Offer(string id, long vcpus, decimal pricePerHour) => new(id, new Dictionary<string, long> { ["vcpu"] = vcpus }, pricePerHour);

    private static Sketch Two() => Offers().Item("web", 2);

    [Theory]
    [InlineData(PipelineStages.Pruning)]
    [InlineData(PipelineStages.SingleReplica)]
    [InlineData(PipelineStages.Dominance)]
    [InlineData(PipelineStages.Bounding)]
    [InlineData(PipelineStages.Drafting)]
    [InlineData(PipelineStages.Dropping)]
    [InlineData(PipelineStages.Branching)]
    [InlineData(PipelineStages.Division)]
    [InlineData(PipelineStages.Counting)]
    [InlineData(PipelineStages.Assignments)]
    public void A_stage_that_is_off_is_not_applied_and_changes_no_answer(PipelineStages stage)
    {
        foreach (Sketch sketch in (Sketch[])[Two(), Offers().Item("web"), Two().Item("db").Relation("web", "db", static relation => relation with { ValuePerMsMicros = 1 })])
        {
            PlacementResult without = SolveWithout(sketch, stage);
            (without.Effects.Applied & stage).ShouldBe(PipelineStages.None);
            without.Certificate!.Objective.ShouldBe(Solve(sketch).Certificate!.Objective);
            without.Status.ShouldBe(PlacementStatus.Optimal);
        }
    }

    [Fact]
    public void Plain_has_no_stage() => Solve(Two(), with: static options => options with { Strategy = SolveStrategy.Plain }).Effects.Applied.ShouldBe(PipelineStages.None);

    [Fact]
    public void Pruning_leaves_out_offers_that_a_cheaper_one_stands_in_for()
    {
        Solve(Two()).Effects.WaysScreened.ShouldBe(4);
        SolveWithout(Two(), PipelineStages.Pruning).Effects.WaysScreened.ShouldBe(5);
    }

    [Fact]
    public void A_capped_share_of_providers_turns_pruning_and_dominance_off()
    {
        // A dearer replica at b makes room for another one at a, so that no way may stand in for another.
        Sketch sketch = Two().Policy(static policy => policy with { MaxProviderShareMillionths = 500_000 });
        PlacementResult result = Solve(sketch);
        (result.Effects.Applied & (PipelineStages.Pruning | PipelineStages.Dominance)).ShouldBe(PipelineStages.None);
        result.Effects.WaysScreened.ShouldBe(5);
        result.Effects.WaysUndominated.ShouldBe(5);
    }

    [Fact]
    public void Dominance_leaves_one_way_of_a_site() => SolveUndivided(Two()).Effects.WaysUndominated.ShouldBe(2);

    [Fact]
    public void Dominance_spares_pools_that_have_no_room_for_the_order() =>
        new Sketch().Location("paris").Provider("a").Pool("p", "a", "paris", 0.001m, 1).Pool("q", "a", "paris", 0.002m).Item("web", 2).Plan().ShouldBe("web@p×1, web@q×1");

    [Theory]
    [InlineData(Domain.Pool, 4)]
    [InlineData(Domain.Zone, 3)]
    [InlineData(Domain.Location, 1)]
    public void A_rule_that_tells_domains_apart_weakens_dominance(Domain kind, int left)
    {
        Sketch Sketch(Func<OrderItem, OrderItem> with) => new Sketch().Location("paris").Provider("a")
            .Pool("p1", "a", "paris", 0.001m, with: static pool => pool with { Zone = "1" })
            .Pool("p2", "a", "paris", 0.002m, with: static pool => pool with { Zone = "1" })
            .Pool("q", "a", "paris", 0.003m, with: static pool => pool with { Zone = "2" })
            .Pool("r", "a", "paris", 0.004m, with: static pool => pool with { Zone = "3" })
            .Item("web", 2, with).Item("db");
        Sketch spread = Sketch(item => item with { Spread = [new(kind, Max: 2)] });
        SolveUndivided(spread).Effects.WaysUndominated.ShouldBe(left + 1);
        Sketch survive = Sketch(item => item with { Survive = kind == Domain.Location ? [] : [new(kind, 1)] });
        SolveUndivided(survive).Effects.WaysUndominated.ShouldBe(left + 1);
        Sketch apart = Sketch(static item => item).Relation("web", "db", relation => relation with { Affinity = kind });
        SolveUndivided(apart).Effects.WaysUndominated.ShouldBe(2 * left);
    }

    [Fact]
    public void A_single_replica_is_answered_by_its_cheapest_way()
    {
        PlacementResult result = Solve(Offers().Item("web"));
        (result.Effects.Applied & (PipelineStages.SingleReplica | PipelineStages.Bounding)).ShouldBe(PipelineStages.SingleReplica);
        result.Certificate!.Proof.ShouldBe(ProofKind.Relaxation);
    }

    [Fact]
    public void A_rule_on_the_plan_that_refuses_the_cheapest_way_turns_single_replica_off()
    {
        SolveOptions Forced(SolveOptions options) => options with { Forced = new ForcedProvider(0, 1) };
        PlacementResult forced = Solve(Offers().Item("web"), with: Forced);
        (forced.Effects.Applied & PipelineStages.SingleReplica).ShouldBe(PipelineStages.None);
        forced.Score!.PriceMicros.ShouldBe(3_650_000);
        Solve(Offers().Item("web").Policy(static policy => policy with { BudgetMicros = 1 })).Status.ShouldBe(PlacementStatus.Infeasible);
    }

    [Fact]
    public void Bounding_says_what_it_did()
    {
        BoundingEffect effect = SolveUndivided(Two()).Effects.Boundings.ShouldHaveSingleItem();
        effect.IsClosed.ShouldBeTrue();
        effect.Bound.ShouldBe(1_460_000_000);
        effect.Incumbent.ShouldBe(1_460_000_000);
        effect.RootBound!.Value.ShouldBeLessThanOrEqualTo(1_460_000_000);
        effect.DraftsTaken.ShouldBe(1);
        effect.DraftsTried.ShouldBeGreaterThanOrEqualTo(1);
        (effect.WaysBefore, effect.WaysLeft).ShouldBe((2, 0));
    }

    [Fact]
    public void Without_drafts_the_search_finds_the_plan()
    {
        PlacementResult result = SolveUndivided(Two(), PipelineStages.Drafting);
        result.Certificate!.Proof.ShouldBe(ProofKind.Search);
        BoundingEffect effect = result.Effects.Boundings.ShouldHaveSingleItem();
        (effect.DraftsTried, effect.DraftsTaken, effect.Incumbent).ShouldBe((0, 0, null));
    }

    /// <summary>Rules that the relaxation leaves out: its cheapest answer breaks them, so that no draft of it counts and its bound proves nothing.</summary>
    [Fact]
    public void Rules_that_the_relaxation_leaves_out_are_decided_by_the_search()
    {
        Sketch Near() => new Sketch().Location("users").Location("far").Link("far", "users", 10_000).Provider("a").Provider("b")
            .Pool("cheap", "a", "far", 0.001m).Pool("near", "a", "users", 0.002m).Pool("other", "b", "users", 0.003m);
        OrderItem Served(OrderItem item) => item with { Users = [Near().Users("users") with { ValuePerMsMicros = 1_000_000 }] };
        Sketch budget = Near().Item("web", 2, Served).Policy(static policy => policy with { BudgetMicros = 2 * 730_000 });
        PlacementResult result = Solve(budget);
        (result.Status, result.Certificate!.Proof, result.Score!.PriceMicros).ShouldBe((PlacementStatus.Optimal, ProofKind.Search, 2 * 730_000));
        Sketch providers = Near().Item("web", 2, Served).Policy(static policy => policy with { MinProviders = 2 });
        result = SolveUndivided(providers);
        (result.Status, result.Certificate!.Proof, result.Score!.PriceMicros).ShouldBe((PlacementStatus.Optimal, ProofKind.Search, 730_000 * 5));
    }

    [Fact]
    public void Dropping_spares_what_may_be_better_and_drops_the_rest()
    {
        // Two fees that a relaxation shares out badly keep the gap open; the pool at 50 times the price is no part of a better plan.
        Sketch sketch = new Sketch().Location("paris").Provider("a", Fee(900_000)).Provider("b", Fee(800_000)).Provider("c")
            .Pool("p", "a", "paris", 0.001m, 3).Pool("q", "b", "paris", 0.0011m, 3).Pool("dear", "c", "paris", 0.05m)
            .Item("web", 2).Item("db", 2).Policy(static policy => policy with { BudgetMicros = 100_000_000 });
        BoundingEffect with = Solve(sketch).Effects.Boundings.ShouldHaveSingleItem();
        BoundingEffect without = SolveWithout(sketch, PipelineStages.Dropping).Effects.Boundings.ShouldHaveSingleItem();
        without.WaysLeft.ShouldBe(without.IsClosed ? 0 : without.WaysBefore);
        with.WaysLeft.ShouldBeLessThan(with.WaysBefore);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Branching_decides_which_providers_are_used(int workers)
    {
        // Two providers are asked for, which the relaxation leaves out: it would use one.
        Sketch sketch = new Sketch().Location("paris").Provider("a").Provider("b", Fee(40_000)).Provider("c", Fee(10_000)).Pool("p", "a", "paris", 0.001m);
        for (int i = 0; i < 30; i++) sketch = sketch.Location($"l{i}").Pool($"q{i}", "b", $"l{i}", 0.0011m + (i * 0.00001m)).Pool($"r{i}", "c", $"l{i}", 0.00115m + (i * 0.00001m));
        sketch = sketch.Item("web", 2).Item("db", 2).Policy(static policy => policy with { MinProviders = 2 });
        PlacementResult with = Solve(sketch, PipelineStages.All & ~PipelineStages.Division, with: options => options with { Workers = workers });
        PlacementResult without = SolveUndivided(sketch, PipelineStages.Branching);
        (with.Status, with.Certificate!.Objective, with.Certificate.Proof).ShouldBe((PlacementStatus.Optimal, without.Certificate!.Objective, ProofKind.Search));
        (with.Effects.Applied & PipelineStages.Branching).ShouldBe(PipelineStages.Branching);
        if (workers == 1) with.Effects.Parts.ShouldBeGreaterThan(0, "beside another worker CP-SAT may have the proof before the first part");
        (without.Effects.Parts, without.Effects.PartsSearched).ShouldBe((0, 0));
    }

    [Fact]
    public void Numbers_beyond_the_relaxation_turn_bounding_off()
    {
        Sketch sketch = new Sketch().Location("paris").Provider("a").Pool("p", "a", "paris", 1_000_000m).Pool("q", "a", "paris", 999_999m, 50).Item("web", 100);
        PlacementResult result = Solve(sketch);
        (result.Effects.Applied & PipelineStages.Bounding).ShouldBe(PipelineStages.None);
        (result.Status, result.Certificate!.Proof).ShouldBe((PlacementStatus.Optimal, ProofKind.Search));
    }

    [Fact]
    public void Counting_refuses_what_cannot_be_and_nothing_else()
    {
        static Sketch Two(Func<OrderItem, OrderItem> with, decimal? near = null) =>
            new Sketch().Location("paris").Location("oslo", "NO", longitude: 10).Provider("a", Fee(1)).Provider("b")
                .Pool("p", "a", "paris", 0.001m).Pool("q", "b", "oslo", 0.002m)
                .Item("web", 2, with).Item("db", with: static item => item with { Placement = new PlacementRule { AllowedCountries = ["NO"] } })
                .Relation("web", "db", relation => relation with { MaxLatencyMs = near });

        static OrderItem Any(OrderItem item) => item;
        static OrderItem French(OrderItem item) => item with { Placement = new PlacementRule { AllowedCountries = ["FR"] } };
        static OrderItem Spread(OrderItem item, int domains) => item with { Spread = [new(Domain.Location, MinDomains: domains)] };
        static OrderItem Survivor(OrderItem item) => item with { Survive = [new(Domain.Provider, 1)] };

        Refuses(Two(static item => Spread(item, 3))).ShouldBeTrue();
        Refuses(Two(static item => Spread(item, 2))).ShouldBeFalse();
        Refuses(Two(French, near: 0.5m)).ShouldBeTrue();
        Refuses(Two(Any, near: 0.5m)).ShouldBeFalse();
        Refuses(Two(Survivor).Policy(static policy => policy with { MaxProviders = 1 })).ShouldBeTrue();
        Refuses(Two(Survivor).Policy(static policy => policy with { MaxProviders = 2 })).ShouldBeFalse();
        Refuses(Two(static item => item with { Quantity = 199 })).ShouldBeFalse("the pools have room for 100 each, and one is the other item's");
        Refuses(Two(static item => item with { Quantity = 201 })).ShouldBeTrue();
        Refuses(Two(static item => item with { Quantity = 101 }).Policy(static policy => policy with { MaxProviders = 1 })).ShouldBeTrue();
        Refuses(Two(static item => item with { Quantity = 40, Spread = [new(Domain.Location, Max: 20)] })).ShouldBeFalse();
        Refuses(Two(static item => item with { Quantity = 40, Spread = [new(Domain.Location, Max: 19)] })).ShouldBeTrue();
        Refuses(Two(static item => item with { Quantity = 40, Spread = [new(Domain.Country, Max: 19)] })).ShouldBeTrue();
        Refuses(Two(Any).Policy(static policy => policy with { BudgetMicros = (2 * 730_000) + 1_460_000 - 1 })).ShouldBeTrue();
        Refuses(Two(Any).Policy(static policy => policy with { BudgetMicros = (2 * 730_000) + 1_460_000 + 1 })).ShouldBeFalse();
    }

    private static bool Refuses(Sketch sketch)
    {
        PlacementResult result = Solve(sketch);
        SolveWithout(sketch, PipelineStages.Counting).Status.ShouldBe(result.Status);
        bool isApplied = (result.Effects.Applied & PipelineStages.Counting) == PipelineStages.Counting;
        isApplied.ShouldBe(result.Status == PlacementStatus.Infeasible);
        return isApplied;
    }

    private static Sketch InOrder(Sketch sketch) => sketch.InOrder(new(ObjectiveTerm.Locality, 0.5m), new(ObjectiveTerm.Price, 0));

    [Fact]
    public void A_strict_order_is_bounded_term_by_term()
    {
        PlacementResult result = Solve(InOrder(Two()));
        result.Effects.Applied.ShouldBe(PipelineStages.Pruning | PipelineStages.Dominance | PipelineStages.Bounding | PipelineStages.Drafting | PipelineStages.Dropping);
        result.Effects.Boundings.Count.ShouldBeGreaterThan(1);
        (result.Status, result.Certificate!.Proof, result.Score!.PriceMicros).ShouldBe((PlacementStatus.Optimal, ProofKind.Relaxation, 1_460_000));
        PlacementResult none = Solve(InOrder(Two()), PipelineStages.None);
        (none.Status, none.Certificate!.Proof, none.Score!.PriceMicros, none.Effects.Applied).ShouldBe((PlacementStatus.Optimal, ProofKind.Search, 1_460_000, PipelineStages.None));
    }

    [Fact]
    public void A_single_replica_of_a_strict_order_is_answered_by_its_cheapest_way_where_the_caps_admit_it()
    {
        PlacementResult result = Solve(InOrder(Offers().Item("web")));
        (result.Effects.Applied & (PipelineStages.SingleReplica | PipelineStages.Bounding)).ShouldBe(PipelineStages.SingleReplica);
        result.Score!.PriceMicros.ShouldBe(730_000);
    }

    /// <summary>A way stands in for another only where it is no worse in any term: one term alone is minimised, but the others are held.</summary>
    [Fact]
    public void Dominance_spares_a_dearer_way_that_meets_more_preferences()
    {
        Sketch sketch = new Sketch().Location("paris").Provider("a")
            .Pool("p", "a", "paris", 0.001m)
            .Pool("q", "a", "paris", 0.002m, with: static pool => pool with { Override = new SovereigntyOverride(new() { Seat = "FR" }, FactKinds.None) })
            .Pool("r", "a", "paris", 0.003m, with: static pool => pool with { Override = new SovereigntyOverride(new() { Seat = "FR" }, FactKinds.None) })
            .Item("web", 2).Policy(static policy => policy with { Preferences = [new(new() { SeatIn = ["FR"] }, 100)] });
        LexicographicTerm price = new(ObjectiveTerm.Price, 0.5m), sovereignty = new(ObjectiveTerm.Sovereignty, 0);
        Solve(sketch.InOrder(price, sovereignty)).Effects.WaysUndominated.ShouldBe(3);
        sketch.InOrder(price, sovereignty).Plan().ShouldBe("web@p×1, web@q×1");
        sketch.InOrder(sovereignty, price with { Tolerance = 0 }).Plan().ShouldBe("web@q×2");
    }

    /// <summary>The relaxation of the last term leaves the cap of the first out, or prices it: neither proves a plan that breaks it.</summary>
    [Theory]
    [InlineData("0", 1_460_000, 20_000_000)]
    [InlineData("0.5", 2_190_000, 10_000_000)]
    [InlineData("1", 2_920_000, 0)]
    public void Caps_of_earlier_terms_hold_whatever_the_relaxation_says(string tolerance, long price, long locality)
    {
        Sketch sketch = new Sketch().Location("users").Location("far").Link("far", "users", 10_000).Provider("a")
            .Pool("cheap", "a", "far", 0.001m).Pool("near", "a", "users", 0.002m);
        UserGroup users = sketch.Users("users") with { ValuePerMsMicros = 2_000_000 };
        sketch = sketch.Item("web", 2, item => item with { Users = [users] })
            .InOrder(new(ObjectiveTerm.Price, decimal.Parse(tolerance, System.Globalization.CultureInfo.InvariantCulture)), new(ObjectiveTerm.Locality, 0));
        foreach (PipelineStages stages in (PipelineStages[])[PipelineStages.All, PipelineStages.All & ~PipelineStages.Dropping, PipelineStages.All & ~PipelineStages.Drafting, PipelineStages.None])
        {
            PlacementResult result = Solve(sketch, stages);
            (result.Status, result.Score!.PriceMicros, result.Score.LocalityMicros).ShouldBe((PlacementStatus.Optimal, price, locality));
        }
    }

    private static Func<Provider, Provider> Fee(long micros) => provider => provider with { FeePerOrderMicros = micros };
}
