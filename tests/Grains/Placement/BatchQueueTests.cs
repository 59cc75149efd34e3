using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Orders;
using Fulcrum.Grains.Placement;

namespace Fulcrum.Grains.Tests.Placement;

/// <summary>Orders that arrive together are planned together; whatever is wrong with one of them, or with the batch, each gets its answer.</summary>
public sealed class BatchQueueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_can_go_elsewhere_makes_room_for_who_cannot()
    {
        using BatchBench bench = new();
        Task<PlanOutcome?> first = bench.Plan(bench.Request("first", 2));
        Task<PlanOutcome?> tied = bench.Plan(bench.Request("tied", 2, "cheap"));
        first.IsCompleted.ShouldBeFalse();
        bench.EndWindow();
        PlanOutcome[] outcomes = [(await first)!, (await tied)!];
        outcomes.ShouldAllBe(static outcome => outcome.Kind == PlanKind.Plan);
        outcomes.Select(static outcome => outcome.Holds.Single().Pool.Value).ShouldBe(["dear", "cheap"]);
        outcomes.ShouldAllBe(static outcome => outcome.Batch == new BatchFigures(2, 1, null));
        outcomes.Select(static outcome => outcome.Decision!.Status).ShouldBe([PlacementStatus.Feasible, PlacementStatus.Optimal]);
        outcomes.Select(static outcome => outcome.Holds.Single().ConfigVersion).ShouldBe([7, 7]);
        DecisionEvidenceDocument evidence = JsonSerializer.Deserialize<DecisionEvidenceDocument>(outcomes[0].Evidence!.Utf8.Span, FulcrumJson.Options)!;
        evidence.Market.PlannedWith.ShouldBe(1);
        evidence.Federation!.ResourcePools.Single().Id.ShouldBe("dear");
    }

    [Fact]
    public async Task What_is_gained_is_told()
    {
        using BatchBench bench = new();
        Task<PlanOutcome?>[] orders = [bench.Plan(bench.Request("first", 1)), bench.Plan(bench.Request("second", 2))];
        bench.EndWindow();
        PlanOutcome?[] outcomes = await Task.WhenAll(orders);
        outcomes.ShouldAllBe(static outcome => outcome!.Batch == new BatchFigures(2, 0, 0.02m * 730));
        outcomes.Select(static outcome => outcome!.Holds.Single().Pool.Value).ShouldBe(["dear", "cheap"]);
    }

    [Fact]
    public async Task A_full_batch_waits_no_longer()
    {
        using BatchBench bench = new(static options => options.BatchOrdersMax = 2);
        Task<PlanOutcome?> first = bench.Plan(bench.Request("first", 1));
        Task<PlanOutcome?> second = bench.Plan(bench.Request("second", 1));
        Task<PlanOutcome?> third = bench.Plan(bench.Request("third", 1));
        (await first)!.Batch!.Orders.ShouldBe(2);
        (await second)!.Batch!.Orders.ShouldBe(2);
        third.IsCompleted.ShouldBeFalse();
        bench.EndWindow();
        (await third).ShouldBeNull();
    }

    [Fact]
    public async Task An_order_left_out_is_not_rejected_for_that()
    {
        using BatchBench bench = new();
        Task<PlanOutcome?>[] orders = [bench.Plan(bench.Request("large", 2, "cheap")), bench.Plan(bench.Request("small", 1, "cheap")), bench.Plan(bench.Request("other", 1, "cheap"))];
        bench.EndWindow();
        PlanOutcome?[] outcomes = await Task.WhenAll(orders);
        outcomes.Select(static outcome => outcome!.Kind).ShouldBe([PlanKind.Infeasible, PlanKind.Plan, PlanKind.Plan]);
        (outcomes[0]!.ReadAfresh, outcomes[0]!.Evidence).ShouldBe((false, null));
        outcomes[0]!.Batch!.MorePlaced.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_whose_caller_gives_up_leaves_the_others_undisturbed()
    {
        using BatchBench bench = new();
        using CancellationTokenSource caller = new();
        Task<PlanOutcome?> gone = bench.PlanUntil(bench.Request("gone", 2, "cheap"), caller.Token);
        Task<PlanOutcome?>[] others = [bench.Plan(bench.Request("first", 1, "cheap")), bench.Plan(bench.Request("second", 1, "cheap"))];
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);
        bench.EndWindow();
        (await Task.WhenAll(others)).ShouldAllBe(static outcome => outcome!.Kind == PlanKind.Plan && outcome.Batch!.Orders == 2);
    }

    [Fact]
    public async Task A_malformed_order_is_left_to_itself()
    {
        using BatchBench bench = new();
        Task<PlanOutcome?> malformed = bench.Plan(bench.Request("malformed", 1, "nobody"));
        Task<PlanOutcome?>[] others = [bench.Plan(bench.Request("first", 1)), bench.Plan(bench.Request("second", 1))];
        bench.EndWindow();
        (await malformed).ShouldBeNull();
        (await Task.WhenAll(others)).ShouldAllBe(static outcome => outcome!.Kind == PlanKind.Plan && outcome.Batch!.Orders == 2);
    }

    [Fact]
    public async Task An_order_that_cannot_be_computed_leaves_everybody_to_themselves()
    {
        using BatchBench bench = new();
        Task<PlanOutcome?>[] orders = [bench.Plan(bench.Request("absurd", 1_000_000_000, "absurd")), bench.Plan(bench.Request("first", 1)), bench.Plan(bench.Request("second", 1))];
        bench.EndWindow();
        (await Task.WhenAll(orders)).ShouldAllBe(static outcome => outcome == null);
    }

    [Fact]
    public async Task An_order_whose_deadline_has_passed_is_left_to_itself()
    {
        using BatchBench bench = new();
        using SolveTurn turn = (await bench.Gate.EnterAsync(Cancellation))!;
        Task<PlanOutcome?> late = bench.Plan(bench.Request("late", 1) with { Deadline = bench.Time.GetUtcNow().AddMilliseconds(2 * BatchBench.WindowMilliseconds) });
        Task<PlanOutcome?>[] others = [bench.Plan(bench.Request("first", 1)), bench.Plan(bench.Request("second", 1))];
        bench.EndWindow();
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        turn.Dispose();
        (await late).ShouldBeNull();
        (await Task.WhenAll(others)).ShouldAllBe(static outcome => outcome!.Batch!.Orders == 2);
    }

    [Fact]
    public async Task A_batch_that_finds_too_many_waiting_leaves_its_orders_to_themselves()
    {
        using BatchBench bench = new(static options => options.WaitingMax = 1);
        using SolveTurn turn = (await bench.Gate.EnterAsync(Cancellation))!;
        Task<SolveTurn?> waiting = bench.Gate.EnterAsync(Cancellation);
        Task<PlanOutcome?>[] orders = [bench.Plan(bench.Request("first", 1)), bench.Plan(bench.Request("second", 1))];
        bench.EndWindow();
        (await Task.WhenAll(orders)).ShouldAllBe(static outcome => outcome == null);
        turn.Dispose();
        (await waiting)!.Dispose();
    }

    [Fact]
    public async Task A_queue_that_stops_lets_nobody_wait()
    {
        using BatchBench bench = new();
        Task<PlanOutcome?> waiting = bench.Plan(bench.Request("first", 1));
        bench.Queue.Dispose();
        bench.Queue.Dispose();
        (await waiting).ShouldBeNull();
        (await bench.Plan(bench.Request("second", 1))).ShouldBeNull();
    }

    [Fact]
    public async Task A_batch_that_waits_for_its_turn_when_the_queue_stops_lets_its_orders_go()
    {
        using BatchBench bench = new();
        using SolveTurn turn = (await bench.Gate.EnterAsync(Cancellation))!;
        Task<PlanOutcome?>[] orders = [bench.Plan(bench.Request("first", 1)), bench.Plan(bench.Request("second", 1))];
        bench.EndWindow();
        bench.Queue.Dispose();
        (await Task.WhenAll(orders)).ShouldAllBe(static outcome => outcome == null);
    }

    [Fact]
    public async Task Many_orders_from_many_threads_each_get_one_answer()
    {
        using BatchBench bench = new(static options => (options.BatchOrdersMax, options.WaitingMax) = (4, 100));
        Task<PlanOutcome?>[] orders = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(() => Task.FromResult(bench.Plan(bench.Request($"order-{number}", 1))), Cancellation)));
        PlanOutcome?[] outcomes = await Task.WhenAll(orders);
        outcomes.ShouldAllBe(static outcome => outcome!.Batch!.Orders == 4);
        outcomes.Count(static outcome => outcome!.Kind == PlanKind.Plan).ShouldBe(64);
    }

    [Fact]
    public async Task Only_a_first_plan_that_may_give_way_is_made_with_others()
    {
        using BatchBench bench = new();
        PlanRequest plain = bench.Request("plain", 1);
        OrderDocument With(LimitsDocument limits) => plain.Order with { Limits = limits };
        PlanRequest[] alone =
        [
            plain with { Options = new QuoteOptions() },
            plain with { Afresh = true },
            plain with { Excluded = [new("cheap")] },
            plain with { Corrections = [new PoolSummary { Pool = new ResourcePoolDocument { Id = "cheap", ProviderId = "cheap", LocationId = "fr-par" }, ConfigVersion = 1, Generation = 1 }] },
            plain with { Deadline = bench.Time.GetUtcNow().AddMilliseconds(BatchBench.WindowMilliseconds) },
            plain with { Order = With(new LimitsDocument { Deterministic = true }) },
            plain with { Order = With(new LimitsDocument { Seed = 7 }) },
            plain with { Order = plain.Order with { Objective = new ObjectiveDocument { Mode = ObjectiveMode.Lexicographic, Order = [ObjectiveTerm.Price] } } },
        ];
        foreach (PlanRequest request in alone) (await bench.Plan(request)).ShouldBeNull();
        bench.Plan(plain with { Order = With(new LimitsDocument { SolveMilliseconds = 100 }) }).IsCompleted.ShouldBeFalse();
        using BatchBench off = new(static options => options.BatchWindowMilliseconds = 0);
        (await off.Plan(off.Request("plain", 1))).ShouldBeNull();
    }
}
