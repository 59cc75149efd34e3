namespace Fulcrum.Simulation.Tests;

/// <summary>Something happened that must never happen.</summary>
internal sealed class InvariantViolationException(string message) : Exception(message);
