using System.Globalization;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Fulcrum.Simulation.Tests.Machine;

namespace Fulcrum.Simulation.Tests.Actors;

/// <summary>Knows the activations of one kind of actor; makes them, doubles them, kills them.</summary>
internal sealed class SimDirectory<TActor>(SimWorld world, Func<string, ActorServices, TActor> create, Func<TActor, Task> activate)
    where TActor : class
{
    private const int SkewMilliseconds = 400;
    private const int ActivationsMax = 3;
    private const int SnapshotEvents = 6;

    private readonly Dictionary<string, List<SimActivation<TActor>>> _activations = new(StringComparer.Ordinal);
    private int _made;

    /// <summary>Hands a message to an activation; whoever sent it hears nothing if that activation dies.</summary>
    public void Deliver(string key, Func<TActor, Task> handle)
    {
        SimActivation<TActor> target = Pick(key);
        target.Context.Post(_ => _ = HandleAsync(key, target, handle), null);
        Afflict(key, target);
    }

    /// <summary>Ends every second activation, and lets the rest run on.</summary>
    public void Settle()
    {
        foreach (List<SimActivation<TActor>> all in _activations.Values)
        {
            while (all.Count > 1) Kill(all, all[0]);
        }
    }

    private async Task HandleAsync(string key, SimActivation<TActor> target, Func<TActor, Task> handle)
    {
        try
        {
            await target.Ready;
        }
        catch (Exception failure) when (failure is EventStoreUnavailableException or JournalGapException)
        {
            world.Counters.Count("activation failed");
            Remove(key, target);
            return;
        }

        await handle(target.Actor!);
    }

    private SimActivation<TActor> Pick(string key)
    {
        if (!_activations.TryGetValue(key, out List<SimActivation<TActor>>? all)) _activations.Add(key, all = []);
        if (all.Count > 0 && all.Count < ActivationsMax && world.Machine.Chance(world.Faults.SecondActivation))
        {
            world.Counters.Count("second activation");
            all.Add(Make(key));
            return all[^1];
        }

        if (all.Count == 0) all.Add(Make(key));
        return all[world.Machine.Random.Next(all.Count)];
    }

    private SimActivation<TActor> Make(string key)
    {
        SimContext context = new(world.Machine, string.Create(CultureInfo.InvariantCulture, $"{key}#{_made++}"));
        SimActivation<TActor> activation = new(context);
        TimeSpan skew = TimeSpan.FromMilliseconds(world.Machine.Random.Next(-SkewMilliseconds, SkewMilliseconds));
        activation.Actor = create(key, new ActorServices
        {
            Store = world.Store,
            Snapshots = world.Snapshots,
            Time = new SimTimeProvider(world.Machine, skew),
            Transport = new SimTransport(world, context),
            NewId = world.Machine.NewId,
            Logger = world.Logger,
            Discard = () => Discard(key, activation),
            Rules = world.Rules,
            SnapshotEventsMin = SnapshotEvents,
        });
        TaskCompletionSource ready = new();
        activation.Ready = ready.Task;
        bool mayLackSnapshot = !world.IsEnding;
        context.Post(_ => _ = ActivateAsync(key, activation.Actor, ready, mayLackSnapshot), null);
        return activation;
    }

    private async Task ActivateAsync(string key, TActor actor, TaskCompletionSource ready, bool mayLackSnapshot)
    {
        try
        {
            await activate(actor);
            ready.SetResult();
        }
        catch (EventStoreUnavailableException failure)
        {
            ready.SetException(failure);
        }
        catch (JournalGapException failure) when (mayLackSnapshot && world.Store.IsCut(key))
        {
            world.Counters.Count("activation met a gap");
            ready.SetException(failure);
        }
#pragma warning disable CA1031 // Any other failure means that the actor can never be activated again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            world.Model.Fail("activation", failure.ToString());
        }
    }

    private void Afflict(string key, SimActivation<TActor> target)
    {
        SimMachine machine = world.Machine;
        if (machine.Chance(world.Faults.Stall))
        {
            world.Counters.Count("activation stalled");
            machine.After(machine.Delay(500), () => target.Context.StalledUntil = machine.Now + machine.Delay(world.Faults.LateMilliseconds));
        }

        if (!machine.Chance(world.Faults.Crash)) return;
        machine.After(machine.Delay(500), () =>
        {
            if (target.Context.IsDead) return;
            world.Counters.Count("activation crashed");
            Kill(_activations[key], target);
        });
    }

    private void Discard(string key, SimActivation<TActor> activation)
    {
        world.Counters.Count("activation discarded");
        Remove(key, activation);
    }

    private void Remove(string key, SimActivation<TActor> activation) => _activations[key].Remove(activation);

    private void Kill(List<SimActivation<TActor>> all, SimActivation<TActor> activation)
    {
        world.Machine.Note($"{activation.Context.Name} dies");
        activation.Context.Kill();
        all.Remove(activation);
    }
}
