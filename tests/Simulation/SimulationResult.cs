using Fulcrum.Simulation.Tests.Machine;

namespace Fulcrum.Simulation.Tests;

/// <summary>What one seed came to.</summary>
internal sealed record SimulationResult(int Seed, long Steps, ulong Hash, FaultCounters Counters, string? Violation);
