using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Actors;
using Fulcrum.Simulation.Tests.Machine;

namespace Fulcrum.Simulation.Tests.Actors;

/// <summary>Messages of one sender: late, lost, repeated, overtaken.</summary>
internal sealed class SimTransport(SimWorld world, SimContext sender) : ITransport
{
    public Task<HoldReply> HoldAsync(ResourcePoolId pool, HoldCommand command) =>
        SendAsync(world.Pools, pool.Key, async actor =>
        {
            HoldReply reply = await actor.HoldAsync(command);
            world.Counters.Count(reply.Accepted ? "hold accepted" : $"hold refused, {reply.Reason}");
            return reply;
        });

    public Task<VerdictReply> ConfirmAsync(ResourcePoolId pool, ConfirmHold command) =>
        SendAsync(world.Pools, pool.Key, actor => actor.ConfirmAsync(command));

    public Task<VerdictReply> ReleaseAsync(ResourcePoolId pool, ReleaseHold command) =>
        SendAsync(world.Pools, pool.Key, actor => actor.ReleaseAsync(command));

    public Task<ProbeReply> ProbeAsync(OrderId order, ProbeHold command) =>
        SendAsync(world.Orders, order.Key, async actor =>
        {
            ProbeReply reply = await actor.ProbeAsync(command);
            world.Counters.Count($"probe, {reply.Verdict}");
            return reply;
        });

    /// <summary>Sends, perhaps twice; the first reply that gets through counts.</summary>
    public Task<T> SendAsync<TActor, T>(SimDirectory<TActor> directory, string key, Func<TActor, Task<T>> handle, bool mayRepeat = true)
        where TActor : class
    {
        TaskCompletionSource<T> reply = new();
        int times = mayRepeat && Happens(world.Faults.MessageRepeated, "message repeated") ? 2 : 1;
        for (int i = 0; i < times; i++)
        {
            if (Happens(world.Faults.MessageLost, "message lost")) continue;
            world.Machine.After(Latency(), () => directory.Deliver(key, actor => ReplyAsync(reply, handle, actor)));
        }

        return reply.Task;
    }

    private async Task ReplyAsync<TActor, T>(TaskCompletionSource<T> reply, Func<TActor, Task<T>> handle, TActor actor)
    {
        try
        {
            T result = await handle(actor);
            Return(() => reply.TrySetResult(result));
        }
#pragma warning disable CA1031 // Whatever the actor threw goes to the sender.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Return(() => reply.TrySetException(failure));
        }
    }

    private void Return(Action complete)
    {
        if (Happens(world.Faults.MessageLost, "reply lost")) return;
        world.Machine.After(Latency(), () => sender.Post(_ => complete(), null));
    }

    private TimeSpan Latency() =>
        world.Machine.Delay(Happens(world.Faults.MessageSlow, "message slow") ? world.Faults.SlowMilliseconds : world.Faults.MessageMilliseconds);

    private bool Happens(double probability, string what)
    {
        if (!world.Machine.Chance(probability)) return false;
        world.Counters.Count(what);
        return true;
    }
}
