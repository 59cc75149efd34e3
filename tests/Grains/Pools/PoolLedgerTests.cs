using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Pools;

namespace Fulcrum.Grains.Tests.Pools;

public sealed class PoolLedgerTests
{
    [Theory]
    [InlineData(10, 0, "1", 10)]
    [InlineData(10, 3, "1.5", 10)]
    [InlineData(7, 0, "0.3", 2)]
    [InlineData(10, 0, "0.1", 1)]
    [InlineData(3, 5, "2", 0)]
    [InlineData(1_000_000_000_000, 0, "0.9999999999999999999999999999", 999_999_999_999)]
    [InlineData(long.MaxValue, 0, "79228162514264337593543950335", long.MaxValue)]
    public void Sellable_is_the_floor_of_the_exact_product(long total, long reserved, string ratio, long sellable) =>
        Sellable.Of(new InventoryDocument { Total = total, Reserved = reserved, AllocationRatio = decimal.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture) })
            .ShouldBe(sellable);

    [Fact]
    public void The_last_unit_is_sold_once()
    {
        LedgerBench bench = new(total: 10);
        bench.Hold(1, 6).Accepted.ShouldBeTrue();
        bench.Hold(2, 4).Accepted.ShouldBeTrue();
        HoldReply refused = bench.Hold(3, 2);
        (refused.Accepted, refused.Reason).ShouldBe((false, HoldRefusalReason.InsufficientCapacity));
        refused.Summary!.Held.Of("vcpu").ShouldBe(10);
    }

    [Fact]
    public void A_confirmed_claim_still_counts_and_a_released_one_does_not()
    {
        LedgerBench bench = new(total: 8);
        bench.Hold(1, 8);
        bench.Confirm(1).ShouldBe(ClaimState.Allocated);
        bench.Hold(2, 2).Reason.ShouldBe(HoldRefusalReason.InsufficientCapacity);
        bench.Release(1, bench.Now).ShouldBe(ClaimState.Released);
        bench.Hold(3, 8).Accepted.ShouldBeTrue();
    }

    [Fact]
    public void The_same_hold_again_gets_the_same_answer_and_claims_once()
    {
        LedgerBench bench = new();
        HoldCommand hold = bench.NewHold(1, 6);
        bench.Hold(hold).Accepted.ShouldBeTrue();
        bench.Hold(hold).Accepted.ShouldBeTrue();
        bench.State.Claimed("vcpu").ShouldBe(6);
        bench.Hold(bench.NewHold(1, 4)).Reason.ShouldBe(HoldRefusalReason.ContentMismatch);
    }

    [Fact]
    public void A_hold_planned_on_an_older_configuration_is_refused_with_the_present_one()
    {
        LedgerBench bench = new();
        HoldCommand hold = bench.NewHold(1, 2);
        bench.Configure(LedgerBench.NewPool(total: 20));
        HoldReply reply = bench.Hold(hold);
        reply.Reason.ShouldBe(HoldRefusalReason.ConfigurationChanged);
        reply.Summary!.ConfigVersion.ShouldBe(bench.State.ConfigVersion);
    }

    [Theory]
    [InlineData(LifecycleStatus.Draining)]
    [InlineData(LifecycleStatus.Suspended)]
    public void A_pool_that_is_not_active_takes_no_claim_and_confirms_those_it_has(LifecycleStatus status)
    {
        LedgerBench bench = new();
        bench.Hold(1, 2);
        bench.Configure(LedgerBench.NewPool(total: 10) with { Status = status });
        bench.Hold(2, 2).Reason.ShouldBe(HoldRefusalReason.NotActive);
        bench.Confirm(1).ShouldBe(ClaimState.Allocated);
    }

    [Fact]
    public void A_provider_that_is_suspended_takes_no_claim_in_its_pools()
    {
        LedgerBench bench = new();
        bench.TellProvider(2, LifecycleStatus.Suspended);
        bench.Hold(1, 2).Reason.ShouldBe(HoldRefusalReason.NotActive);
    }

    [Fact]
    public void Shrinking_below_the_claims_leaves_them_and_takes_no_new_one_of_that_class()
    {
        LedgerBench bench = new(total: 10);
        bench.Hold(1, 8);
        bench.Configure(LedgerBench.NewPool(total: 4)).Summary!.Overcommitted.ShouldBe(["vcpu"]);
        bench.Hold(2, 2).Reason.ShouldBe(HoldRefusalReason.Overcommitted);
        bench.Hold(bench.NewHold(3, 10, "memoryMiB")).Accepted.ShouldBeTrue();
        bench.Confirm(1).ShouldBe(ClaimState.Allocated);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(0)]
    [InlineData(-2)]
    public void Amounts_outside_the_units_are_refused(long amount) =>
        new LedgerBench(total: 100).Hold(1, amount).Reason.ShouldBe(HoldRefusalReason.InvalidAmount);

    [Fact]
    public void Amounts_that_are_not_the_sum_of_the_lines_are_refused()
    {
        LedgerBench bench = new();
        bench.Hold(bench.NewHold(1, 4) with { Amounts = LedgerBench.Amounts("vcpu", 2) }).Reason.ShouldBe(HoldRefusalReason.InvalidAmount);
        bench.Hold(bench.NewHold(2, 4) with { Lines = [] }).Reason.ShouldBe(HoldRefusalReason.InvalidAmount);
        bench.Hold(bench.NewHold(3, 4, "gpu")).Reason.ShouldBe(HoldRefusalReason.InvalidAmount);
    }

    [Fact]
    public void A_hold_past_its_deadline_or_past_its_facts_is_refused()
    {
        LedgerBench bench = new();
        bench.Hold(bench.NewHold(1, 2) with { Deadline = bench.Now.AddTicks(-1) }).Reason.ShouldBe(HoldRefusalReason.DeadlineExceeded);
        bench.Hold(bench.NewHold(2, 2) with { CompliantUntil = bench.Now }).Reason.ShouldBe(HoldRefusalReason.NotCompliant);
    }

    [Fact]
    public void A_hold_overtaken_by_its_release_never_comes_to_life()
    {
        LedgerBench bench = new();
        HoldCommand late = bench.NewHold(1, 2);
        bench.Release(1, late.Deadline).ShouldBe(ClaimState.Released);
        bench.Hold(late).Reason.ShouldBe(HoldRefusalReason.Released);
        bench.Confirm(1).ShouldBe(ClaimState.Released);
    }

    [Fact]
    public void A_released_hold_stays_released_whoever_repeats_it()
    {
        LedgerBench bench = new();
        HoldCommand hold = bench.NewHold(1, 2);
        bench.Hold(hold);
        bench.Release(1, hold.Deadline);
        bench.Reload();
        bench.Hold(hold).Reason.ShouldBe(HoldRefusalReason.Released);
    }

    [Fact]
    public void Tombstones_are_forgotten_after_the_deadline_and_its_margin()
    {
        LedgerBench bench = new();
        bench.Release(1, bench.Now.AddSeconds(5));
        bench.State.Tombstones.Entries.Count.ShouldBe(1);
        bench.Now = bench.Now.AddSeconds(5 + PoolLimits.TombstoneMarginSeconds + 1);
        bench.Hold(2, 2);
        bench.State.Tombstones.Entries.ShouldBeEmpty();
        bench.Release(1, LedgerBench.Start.AddSeconds(5)).ShouldBe(ClaimState.Unknown);
    }

    [Fact]
    public void Only_what_is_different_makes_a_new_configuration()
    {
        LedgerBench bench = new();
        long version = bench.State.ConfigVersion;
        bench.Configure(LedgerBench.NewPool(total: 10)).Changed.ShouldBeFalse();
        bench.TellProvider(1, LifecycleStatus.Suspended).Changed.ShouldBeFalse();
        bench.TellProvider(7).Changed.ShouldBeTrue();
        bench.State.ConfigVersion.ShouldBe(version);
        bench.TellProvider(6, LifecycleStatus.Suspended);
        bench.State.Provider!.Status.ShouldBe(LifecycleStatus.Active);
        bench.Configure(LedgerBench.NewPool(total: 11), expected: version - 1).Code.ShouldBe(ErrorCodes.PreconditionFailed);
        bench.Configure(LedgerBench.NewPool(total: 11), expected: version).Summary!.ConfigVersion.ShouldBe(version + 1);
    }

    [Fact]
    public void Holds_that_stand_are_asked_about_later_and_others_when_they_were_to_be()
    {
        LedgerBench bench = new();
        bench.Hold(1, 2);
        bench.Hold(2, 2);
        DateTimeOffset asked = bench.State.NextProbe!.Value;
        DateTimeOffset later = asked.AddMinutes(10);
        bench.Defer(later, 1, 3);
        bench.State.Probes.Select(probe => probe.At).ShouldBe([asked, later]);
        bench.Defer(asked, 1);
        bench.State.Probes.Select(probe => probe.At).ShouldBe([asked, later]);
    }

    [Fact]
    public void A_hold_whose_facts_have_changed_is_not_asked_about_later()
    {
        LedgerBench bench = new();
        bench.Hold(1, 2);
        bench.Configure(LedgerBench.NewPool(total: 10) with { Status = LifecycleStatus.Suspended });
        bench.Defer(bench.Now.AddMinutes(10), 1);
        bench.State.NextProbe.ShouldBe(bench.Now);
    }

    [Fact]
    public void A_suspension_has_every_hold_asked_about_at_once()
    {
        LedgerBench bench = new();
        bench.Hold(1, 2);
        bench.Configure(LedgerBench.NewPool(total: 10) with { Status = LifecycleStatus.Suspended }).Unsettled.ShouldBe(1);
        bench.State.NextProbe.ShouldBe(bench.Now);
    }

    [Fact]
    public void After_a_change_of_facts_every_allocation_is_asked_about_and_drifts_only_by_what_its_order_says()
    {
        LedgerBench bench = new();
        foreach (int attempt in new[] { 1, 2 }) (bench.Hold(attempt, 2).Accepted, bench.Confirm(attempt)).ShouldBe((true, ClaimState.Allocated));
        bench.State.Unchecked.ShouldBeEmpty();
        bench.Configure(LedgerBench.NewPool(total: 10) with { Traits = ["arch:arm64"] });
        bench.State.NextDue.ShouldBe(bench.Now);
        bench.State.Drifted.ShouldBe(0);

        bench.Answer(1, complies: false).ShouldBeTrue();
        bench.Answer(2, complies: true).ShouldBeTrue();
        bench.Reload();
        (bench.State.Drifted, bench.State.NextDue).ShouldBe((1, null));
        ClaimLists.Page(bench.State, new ListClaims()).Items.Select(static claim => claim.Drifted).ShouldBe([true, false]);

        bench.Configure(LedgerBench.NewPool(total: 10));
        bench.Answer(1, complies: true);
        (bench.State.Drifted, bench.State.Unchecked.Count()).ShouldBe((0, 1));
        bench.Release(1, bench.Now);
        bench.State.Claims.Count.ShouldBe(1);
    }

    [Fact]
    public void All_allocations_have_drifted_while_their_pool_is_suspended_and_none_is_asked_about()
    {
        LedgerBench bench = new();
        bench.Hold(1, 2);
        bench.Confirm(1);
        bench.TellProvider(2, LifecycleStatus.Suspended);
        (bench.State.Drifted, bench.State.NextDue, bench.State.Summarize()!.Drifted).ShouldBe((1, null, 1));
        bench.TellProvider(3);
        (bench.State.Drifted, bench.State.NextDue).ShouldBe((0, bench.Now));
    }

    [Fact]
    public void An_order_that_was_asked_about_an_older_configuration_is_asked_again()
    {
        LedgerBench bench = new();
        bench.Hold(1, 2);
        bench.Confirm(1);
        bench.Configure(LedgerBench.NewPool(total: 10) with { Traits = ["arch:arm64"] });
        long asked = bench.State.ConfigVersion;
        bench.Configure(LedgerBench.NewPool(total: 10));
        bench.Answer(1, complies: false, asked);
        bench.State.Unchecked.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_pool_with_claims_cannot_be_retired_and_a_retired_one_takes_none()
    {
        LedgerBench bench = new();
        bench.Hold(1, 2);
        bench.Retire().Code.ShouldBe(ErrorCodes.InUse);
        bench.Release(1, bench.Now);
        bench.Retire().Changed.ShouldBeTrue();
        bench.Hold(2, 2).Reason.ShouldBe(HoldRefusalReason.NotFound);
    }

    [Fact]
    public void A_snapshot_brings_everything_back()
    {
        LedgerBench bench = new();
        bench.Hold(1, 2);
        bench.Hold(2, 4);
        bench.Confirm(2);
        bench.Release(3, bench.Now.AddSeconds(5));
        byte[] before = PoolRules.Instance.Freeze(bench.State).ToArray();
        bench.Reload();
        PoolRules.Instance.Freeze(bench.State).ToArray().ShouldBe(before);
        bench.State.Claimed("vcpu").ShouldBe(6);
        bench.State.Holds.ShouldBe(1);
    }

    [Fact]
    public void Claims_are_listed_page_by_page_each_once()
    {
        LedgerBench bench = new(total: 100);
        foreach (int attempt in Enumerable.Range(1, 7)) bench.Hold(attempt, 2);
        ClaimPage first = ClaimLists.Page(bench.State, new ListClaims { Limit = 4 });
        ClaimPage second = ClaimLists.Page(bench.State, new ListClaims { Limit = 4, After = first.Next });
        (first.Items.Length, second.Items.Length, second.Next).ShouldBe((4, 3, null));
        first.Items.Concat(second.Items).Select(claim => claim.Attempt).Distinct().Count().ShouldBe(7);
    }

    [Fact]
    public void An_allocation_takes_less_than_300_bytes()
    {
        const int Count = 100_000;
        PoolState state = new();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < Count; i++)
        {
            state.AddAllocation(Guid.NewGuid(), new Claim($"order:tenant/ord-{i:x32}", state.Share(LedgerBench.Amounts("vcpu", 4)), 1));
        }

        long bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / Count;
        GC.KeepAlive(state);
        TestContext.Current.TestOutputHelper!.WriteLine($"{bytes} bytes per allocation");
        bytes.ShouldBeLessThan(300);
    }
}
