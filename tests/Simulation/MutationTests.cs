using Fulcrum.Grains.Actors;
using Fulcrum.Simulation.Tests.Machine;

namespace Fulcrum.Simulation.Tests;

/// <summary>The simulator finds what goes wrong when a rule of the protocol is left out: it would find a mistake in one, too.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int StepsPerSeed = 2_500;

    [Fact]
    public void Without_the_fence_a_lost_append_lands_after_its_caller_was_refused() =>
        FindsWithin(300, ProtocolRules.All with { Fence = false }, FaultProfile.LateAppends);

    [Fact]
    public void Without_deciding_again_two_activations_contradict_each_other() =>
        FindsWithin(100, ProtocolRules.All with { DecideAgain = false }, FaultProfile.Doubles);

    [Fact]
    public void Without_asking_the_store_an_order_is_shown_as_it_was() =>
        FindsWithin(100, ProtocolRules.All with { AskTheStore = false }, FaultProfile.Doubles);

    [Fact]
    public void Without_voiding_first_an_order_holds_what_its_pool_has_released() =>
        FindsWithin(1_000, ProtocolRules.All with { VoidBeforeAnswering = false }, FaultProfile.Doubles);

    [Fact]
    public void Without_releasing_every_pool_asked_holds_stay_until_their_pools_ask() =>
        FindsWithin(100, ProtocolRules.All with { ReleaseEveryPoolAsked = false }, FaultProfile.Reordering);

    [Fact]
    public void Without_tombstones_a_hold_overtaken_by_its_release_comes_to_life() =>
        FindsWithin(100, ProtocolRules.All with { Tombstones = false }, FaultProfile.Reordering);

    [Fact]
    public void Without_reading_the_archive_an_order_that_ended_cannot_be_activated() =>
        FindsWithin(100, ProtocolRules.All, FaultProfile.Doubles, FaultProfile.Doubles with { ReadsArchive = false });

    [Fact]
    public void Without_a_snapshot_what_is_archived_and_deleted_is_missing() =>
        FindsWithin(100, ProtocolRules.All, FaultProfile.Doubles, FaultProfile.Doubles with { RespectsSnapshots = false });

    private void FindsWithin(int seedsMax, ProtocolRules rules, FaultProfile faults) => FindsWithin(seedsMax, rules, faults, faults);

    private void FindsWithin(int seedsMax, ProtocolRules rules, FaultProfile faults, FaultProfile mistaken)
    {
        for (int seed = 1; seed <= seedsMax; seed++)
        {
            SimulationResult result = Simulator.Run(seed, StepsPerSeed, mistaken, rules);
            if (result.Violation is not { } violation) continue;
            output.WriteLine($"Found after {seed} seeds: {violation.Split('\n')[0]}");
            Simulator.Run(seed, StepsPerSeed, faults, ProtocolRules.All).Violation.ShouldBeNull("the same seed is fine when no rule is left out");
            return;
        }

        Assert.Fail($"Nothing was found in {seedsMax} seeds.");
    }
}
