using Fulcrum.Contracts.Identity;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Orders;
using Fulcrum.Grains.Pools;
using Fulcrum.Simulation.Tests.Actors;
using Fulcrum.Simulation.Tests.Machine;
using Fulcrum.Simulation.Tests.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fulcrum.Simulation.Tests;

/// <summary>A market in a machine: store, silos, pools, orders, clients, an administrator, and the model that watches them.</summary>
internal sealed class SimWorld
{
    private const int PoolCount = 5;
    private const int OrderCount = 24;
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(400);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Forever = TimeSpan.FromDays(1);

    public SimWorld(int seed, FaultProfile faults, ProtocolRules rules)
    {
        Machine = new SimMachine(seed) { AfterStep = CheckStep };
        Rules = rules;
        Store = new SimEventStore(Machine, faults, Counters);
        Snapshots = new SimSnapshotStore(Machine, Store, Counters);
        Store.SnapshotVersion = Snapshots.VersionOf;
        Model = new InvariantModel(faults.TellsPromptly);
        Store.Stored = Model.Take;
        Index = new SimIndex(this);
        ToyPlanner planner = new(this);
        PoolOptions poolOptions = new();
        OrderOptions orderOptions = new() { HoldSecondsDefault = 20, QuoteSeconds = 40 };
        Pools = new SimDirectory<PoolActor>(
            this, (key, services) => new PoolActor(ResourcePoolId.FromKey(key), services, Index, poolOptions), actor => actor.ActivateAsync());
        Orders = new SimDirectory<OrderActor>(
            this, (key, services) => new OrderActor(OrderId.FromKey(key), services, planner, orderOptions), actor => actor.ActivateAsync());
        PoolIds = [.. Enumerable.Range(1, PoolCount).Select(number => new ResourcePoolId($"p{number}"))];
    }

    public SimMachine Machine { get; }

    public ProtocolRules Rules { get; }

    public SimEventStore Store { get; }

    public SimSnapshotStore Snapshots { get; }

    public FaultCounters Counters { get; } = new();

    public FaultProfile Faults => Store.Faults;

    public InvariantModel Model { get; }

    public SimIndex Index { get; }

    public SimDirectory<PoolActor> Pools { get; }

    public SimDirectory<OrderActor> Orders { get; }

    public IReadOnlyList<ResourcePoolId> PoolIds { get; }

    public ILogger Logger { get; } = NullLogger.Instance;

    public bool IsEnding { get; private set; }

    /// <summary>Lets everything go wrong for a number of steps, then lets it come to rest, and checks what is left.</summary>
    public void Run(long steps)
    {
        SimContext outside = new(Machine, "outside");
        outside.Post(_ => new SimAdministrator(this, outside).Start(), null);
        for (int number = 1; number <= OrderCount; number++)
        {
            OrderId order = new("t", $"o{number}");
            outside.Post(_ => new SimClient(this, outside, order).Start(), null);
        }

        Machine.After(SweepEvery, Sweep);
        Machine.Run(steps, Forever);
        IsEnding = true;
        Store.Faults = FaultProfile.Calm;
        Pools.Settle();
        Orders.Settle();
        Machine.Run(long.MaxValue, Machine.Now + QuietTime);
        Model.CheckQuiet();
        CheckStep();
    }

    private void Sweep()
    {
        DateTimeOffset now = SimMachine.Epoch + Machine.Now;
        foreach ((string key, SimStream stream) in Store.Streams)
        {
            if (stream.Head?.NextDue is not { } due || due > now) continue;
            Counters.Count("sweep woke");
            if (stream.Head.Kind == "pool") Pools.Deliver(key, static actor => actor.DueAsync());
            else Orders.Deliver(key, static actor => actor.DueAsync());
        }

        Machine.After(SweepEvery, Sweep);
    }

    private void CheckStep()
    {
        if (Model.Violation is { } violation) throw new InvariantViolationException(violation);
    }
}
