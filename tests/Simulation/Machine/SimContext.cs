namespace Fulcrum.Simulation.Tests.Machine;

/// <summary>The scheduler of one activation: its continuations are items of the machine's ready queue, until it dies.</summary>
internal sealed class SimContext(SimMachine machine, string name) : SynchronizationContext
{
    public string Name { get; } = name;

    public bool IsDead { get; private set; }

    public TimeSpan StalledUntil { get; set; }

    /// <summary>Drops every continuation, now and for ever.</summary>
    public void Kill() => IsDead = true;

    public override void Post(SendOrPostCallback d, object? state) => machine.Enqueue(this, () => d(state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing waits on a simulated scheduler.");
}
