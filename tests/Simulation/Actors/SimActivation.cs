using Fulcrum.Simulation.Tests.Machine;

namespace Fulcrum.Simulation.Tests.Actors;

/// <summary>One activation of an actor on a simulated silo.</summary>
/// <typeparam name="TActor">Type of the actor.</typeparam>
internal sealed class SimActivation<TActor>(SimContext context)
    where TActor : class
{
    public SimContext Context { get; } = context;

    public TActor? Actor { get; set; }

    public Task Ready { get; set; } = Task.CompletedTask;
}
