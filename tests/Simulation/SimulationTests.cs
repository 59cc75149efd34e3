using System.Diagnostics;
using Fulcrum.Grains.Actors;
using Fulcrum.Simulation.Tests.Machine;

namespace Fulcrum.Simulation.Tests;

/// <summary>The protocol under everything that can go wrong, from seeds.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int SeedsUsual = 200;
    private const int StepsUsual = 1_500;

    [Fact]
    public void Every_invariant_holds_whatever_goes_wrong()
    {
        int steps = Simulator.Setting("FULCRUM_SIM_STEPS", StepsUsual);
        int first = Simulator.Setting("FULCRUM_SIM_SEED", -1);
        int seeds = Simulator.Setting("FULCRUM_SIM_SEEDS", first >= 0 ? 1 : SeedsUsual);
        FaultProfile[] profiles =
            [FaultProfile.Storm, FaultProfile.Doubles, FaultProfile.Reordering, FaultProfile.Storm, FaultProfile.LateAppends, FaultProfile.Calm];
        FaultCounters counters = new();
        long total = 0;
        long started = Stopwatch.GetTimestamp();
        foreach (int seed in Enumerable.Range(Math.Max(first, 0), seeds))
        {
            SimulationResult result = Simulator.Run(seed, steps, profiles[seed % profiles.Length], ProtocolRules.All);
            result.Violation.ShouldBeNull();
            counters.Add(result.Counters);
            total += result.Steps;
        }

        output.WriteLine($"{seeds} seeds, {total} steps, {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s. {counters}");
        if (first >= 0) return;
        total.ShouldBeGreaterThan(100_000);
        foreach (string fault in Reached) counters[fault].ShouldBeGreaterThan(0, fault);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        foreach (int seed in Enumerable.Range(1, 4))
        {
            SimulationResult first = Simulator.Run(seed, StepsUsual, FaultProfile.Storm, ProtocolRules.All);
            SimulationResult second = Simulator.Run(seed, StepsUsual, FaultProfile.Storm, ProtocolRules.All);
            (second.Hash, second.Steps).ShouldBe((first.Hash, first.Steps));
        }
    }

    private static readonly string[] Reached =
    [
        "message lost", "message repeated", "message slow", "reply lost", "append unavailable", "append refused", "append unknown, done",
        "append unknown, not done", "append unknown, late", "append unknown, late, kept out", "fence raised", "read unavailable", "store outage",
        "activation crashed", "activation discarded", "activation failed", "activation stalled", "second activation", "snapshot loaded", "snapshot lost",
        "sweep woke", "probe, AskAgain", "probe, Confirmed", "probe, Released", "probes deferred", "hold accepted", "hold refused, InsufficientCapacity",
        "hold refused, ConfigurationChanged", "hold refused, Released", "hold refused, DeadlineExceeded", "place: ok", "place: no answer",
        "place: unavailable", "place: placement.idempotency_mismatch", "place: placement.infeasible", "place: placement.quote_stale",
        "place: placement.deadline_exceeded", "confirm: ok", "confirm: placement.hold_expired", "confirm: placement.policy_unsatisfied", "cancel: ok", "renew: ok",
        "activate: ok", "archived", "archive read", "deleted", "activation met a gap",
    ];
}
