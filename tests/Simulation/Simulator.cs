using System.Globalization;
using System.Text;
using Fulcrum.Grains.Actors;
using Fulcrum.Simulation.Tests.Machine;

namespace Fulcrum.Simulation.Tests;

/// <summary>Runs seeds.</summary>
internal static class Simulator
{
    /// <summary>Runs one seed; a violation comes with the seed and the end of the trace.</summary>
    public static SimulationResult Run(int seed, long steps, FaultProfile faults, ProtocolRules rules)
    {
        SimWorld world = new(seed, faults, rules);
        try
        {
            world.Run(steps);
            return new SimulationResult(seed, world.Machine.Steps, world.Machine.Hash, world.Counters, null);
        }
        catch (InvariantViolationException violation)
        {
            return new SimulationResult(seed, world.Machine.Steps, world.Machine.Hash, world.Counters, Describe(world, seed, violation));
        }
    }

    /// <summary>A number from the environment, or the one the suite uses.</summary>
    public static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : usual;

    private static string Describe(SimWorld world, int seed, InvariantViolationException violation)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"Seed {seed}, step {world.Machine.Steps}: {violation.Message}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Replay with FULCRUM_SIM_SEED={seed}. The last of the trace:");
        foreach (string line in world.Machine.Trace) text.AppendLine(line);
        return text.ToString();
    }
}
