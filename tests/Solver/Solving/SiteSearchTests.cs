using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>Drafts that only moves of several items at once make better, and drafts that break rules until several have moved.</summary>
public sealed class SiteSearchTests
{
    private const int Here = 0;
    private const int There = 1;

    /// <summary>Two places far apart. <c>web</c> wants to be near <c>db</c>.</summary>
    private static Sketch Pair(decimal webHere, decimal webThere, decimal dbHere, decimal dbThere, int databases) => new Sketch()
        .Location("here").Location("there", longitude: 20).Provider("a")
        .Pool("here", "a", "here", with: pool => Priced(pool, webHere, dbHere)).Pool("there", "a", "there", with: pool => Priced(pool, webThere, dbThere))
        .Item("web", 1, static item => item with { Resources = new Dictionary<string, long> { ["web"] = 1 } })
        .Item("db", databases, static item => item with { Resources = new Dictionary<string, long> { ["db"] = 1 } })
        .Relation("web", "db", static relation => relation with { ValuePerMsMicros = 10_000_000 });

    private static ResourcePool Priced(ResourcePool pool, decimal web, decimal db) => pool with
    {
        Inventories = new Dictionary<string, Inventory> { ["web"] = new() { Total = 9 }, ["db"] = new() { Total = 9 } },
        PriceBook = new Dictionary<string, decimal> { ["web"] = web, ["db"] = db },
    };

    [Fact]
    public void What_is_at_a_site_moves_as_a_whole()
    {
        using DraftBench bench = new(Pair(0.002m, 0.001m, 0.002m, 0.001m, databases: 1).Build());
        Draft start = bench.Draft((0, Here, 1), (1, Here, 1));
        bench.Local.Improve(start, bench.AllWays, bench.Ways).Draft.ShouldBeSameAs(start, "either item alone is too far from the other");
        (Draft moved, long cost) = bench.Sites.Find(start, bench.AllSites)!.Value;
        moved.Of(0).ShouldBe([new Draft.Part(There, 1)]);
        moved.Of(1).ShouldBe([new Draft.Part(There, 1)]);
        cost.ShouldBe(bench.Judge.Judge(moved));
    }

    [Fact]
    public void A_dearer_replica_goes_ahead_where_what_follows_pays_for_it()
    {
        using DraftBench bench = new(Pair(0.009m, 0.001m, 0.001m, 0.003m, databases: 6).Build());
        Draft start = bench.Draft((0, Here, 1), (1, Here, 6));
        bench.Local.Improve(start, bench.AllWays, bench.Ways).Draft.ShouldBeSameAs(start);
        (Draft moved, _) = bench.Sites.Find(start, bench.AllSites)!.Value;
        moved.Of(0).ShouldBe([new Draft.Part(There, 1)]);
        moved.Of(1).ShouldBe([new Draft.Part(Here, 5), new Draft.Part(There, 1)], ignoreOrder: true);
    }

    [Fact]
    public void Nothing_moves_where_nothing_is_gained()
    {
        using DraftBench bench = new(Pair(0.001m, 0.002m, 0.001m, 0.002m, databases: 1).Build());
        bench.Sites.Find(bench.Draft((0, Here, 1), (1, Here, 1)), bench.AllSites).ShouldBeNull();
    }

    [Fact]
    public void A_draft_that_breaks_rules_costs_more_the_more_it_breaks()
    {
        using DraftBench bench = new(Apart().Build());
        Draft kept = bench.Draft((0, 0, 1), (0, 1, 1), (1, 0, 2));
        Draft once = bench.Draft((0, 0, 1), (0, 2, 1), (1, 0, 2));
        Draft twice = bench.Draft((0, 2, 1), (0, 3, 1), (1, 0, 2));
        bench.Judge.Judge(kept).ShouldBeLessThan(Cost.Infinite);
        bench.Judge.Judge(once).ShouldBe(Cost.Infinite);
        bench.Judge.Lenient.Judge(kept).ShouldBe(bench.Judge.Judge(kept));
        bench.Judge.Lenient.Judge(once).ShouldBeGreaterThan(bench.Judge.Lenient.Judge(kept));
        bench.Judge.Lenient.Judge(twice).ShouldBeGreaterThan(bench.Judge.Lenient.Judge(once));
    }

    [Fact]
    public void Drafts_that_break_rules_are_mended()
    {
        using DraftBench bench = new(Apart().Build());
        BoundEvaluation evaluation = new(bench.Model);
        bench.Drafts.Search(evaluation, providerTries: 0, isMending: false).ShouldBeFalse("the cheapest places are too far apart");
        bench.Drafts.Search(evaluation, providerTries: 0, isMending: true).ShouldBeTrue();
        bench.Incumbent.Plan.ShouldNotBeNull().Placements.Select(static placement => placement.Candidate.Pool).Distinct().ShouldBe([0, 1], ignoreOrder: true);
    }

    /// <summary>A spread item and one that has to be near each of its replicas: only the two dear places are near each other.</summary>
    private static Sketch Apart() => new Sketch()
        .Location("near-1").Location("near-2", longitude: 0.5).Location("far-1", longitude: 30).Location("far-2", longitude: 60).Provider("a")
        .Pool("near-1", "a", "near-1", 0.004m).Pool("near-2", "a", "near-2", 0.004m).Pool("far-1", "a", "far-1", 0.001m).Pool("far-2", "a", "far-2", 0.001m)
        .Item("db", 2, static item => item with { Spread = [new(Domain.Location, Max: 1)] })
        .Item("web", 2)
        .Relation("web", "db", static relation => relation with { MaxLatencyMs = 5, Scope = LatencyScope.All });
}
