using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Simulation.Tests.Machine;

namespace Fulcrum.Simulation.Tests.Actors;

/// <summary>Sets pools up, then shrinks, grows, drains, suspends and re-equips them at the worst moments.</summary>
internal sealed class SimAdministrator(SimWorld world, SimContext outside)
{
    private const int TotalMax = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private readonly SimTransport _transport = new(world, outside);
    private readonly SimTimeProvider _time = new(world.Machine, TimeSpan.Zero);
    private long _providerVersion;

    public void Start()
    {
        foreach (ResourcePoolId pool in world.PoolIds) _ = ManageAsync(pool);
    }

    private async Task ManageAsync(ResourcePoolId pool)
    {
        while (!await TryAsync(pool, NewPool(pool, TotalMax, LifecycleStatus.Active))) world.Counters.Count("pool set up again");
        while (!await TryTellAsync(pool, LifecycleStatus.Active, ++_providerVersion)) world.Counters.Count("provider told again");
        while (!world.IsEnding && world.Faults.Reconfigures)
        {
            await Task.Delay(world.Machine.Delay(30_000), _time);
            if (world.IsEnding) return;
            if (world.Machine.Chance(0.7)) await TryAsync(pool, NewPool(pool, world.Machine.Random.Next(0, TotalMax), AnyStatus()));
            else await TryTellAsync(pool, AnyStatus(), world.Machine.Chance(0.3) ? 1 : ++_providerVersion);
        }
    }

    private async Task<bool> TryAsync(ResourcePoolId pool, ResourcePoolDocument document)
    {
        ConfigurePool command = new() { CommandId = world.Machine.NewId(), Deadline = Deadline(), Caller = Caller.Development, Pool = document };
        return await TrySendAsync(pool, actor => actor.ConfigureAsync(command));
    }

    private async Task<bool> TryTellAsync(ResourcePoolId pool, LifecycleStatus status, long version)
    {
        ConfigureProvider command = new()
        {
            CommandId = world.Machine.NewId(),
            Deadline = Deadline(),
            Caller = Caller.Development,
            Provider = new ProviderDocument { Id = "alpina", Status = status },
            Version = version,
        };
        return await TrySendAsync(pool, actor => actor.ConfigureProviderAsync(command));
    }

    private async Task<bool> TrySendAsync(ResourcePoolId pool, Func<Grains.Pools.PoolActor, Task<ConfigureReply>> handle)
    {
        try
        {
            ConfigureReply reply = await _transport.SendAsync(world.Pools, pool.Key, handle, mayRepeat: false).WaitAsync(Patience, _time);
            if (reply.Code is null) world.Model.Configured(pool, reply);
            if (reply.Unsettled > 0) world.Counters.Count("change unsettled");
            world.Counters.Count(reply.Code ?? "pool changed");
            return reply.Code is null;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private ResourcePoolDocument NewPool(ResourcePoolId pool, int total, LifecycleStatus status) => new()
    {
        Id = pool.Value,
        ProviderId = "alpina",
        LocationId = "fr-par",
        Status = status,
        Traits = world.Machine.Chance(0.7) ? ["service:vm"] : [],
        Inventories =
        [
            KeyValuePair.Create("memoryMiB", new InventoryDocument { Total = total * 3, AllocationRatio = 1.5m }),
            KeyValuePair.Create("vcpu", new InventoryDocument { Total = total, Reserved = 1 }),
        ],
    };

    private LifecycleStatus AnyStatus() => world.Machine.Random.Next(8) switch
    {
        0 => LifecycleStatus.Draining,
        1 => LifecycleStatus.Suspended,
        _ => LifecycleStatus.Active,
    };

    private DateTimeOffset Deadline() => _time.GetUtcNow() + Patience;
}
