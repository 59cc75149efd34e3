using System.Globalization;
using BenchmarkDotNet.Attributes;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Pools;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Micro;

/// <summary>What a pool's decision about a claim costs, without journal, storage and messages.</summary>
[MicroJob]
[BenchmarkCategory("ledger")]
[MemoryDiagnoser]
public class LedgerBenchmarks
{
    private const long Seed = 1;
    private const int AmpleCapacity = 1_000_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly SortedMap<long> Replica = [new("vcpu", 4), new("memoryMiB", 16384), new("diskGiB", 80)];

    private readonly PoolLedger _ledger = new(new PoolOptions(), ProtocolRules.All);
    private readonly PoolState _state = PoolRules.Instance.Create();
    private HoldCommand _fitting = null!;
    private HoldCommand _excessive = null!;

    /// <summary>Claims that the pool has already.</summary>
    [Params(0, 1000, 100_000)]
    public int Claims { get; set; }

    /// <summary>Makes the pool and its claims.</summary>
    [GlobalSetup]
    public void Setup()
    {
        FederationDocument federation = FederationGenerator.Generate(new FederationShape { Pools = 1, Seed = Seed, CapacityFactor = AmpleCapacity });
        PoolRules.Instance.Apply(_state, new PoolConfigured(federation.ResourcePools[0], GateChanged: false), Now);
        PoolRules.Instance.Apply(_state, new PoolProviderChanged(federation.Providers[0], 1, ConfigChanged: true, GateChanged: false), Now);
        for (int number = 0; number < Claims; number++) Record(_ledger.Hold(_state, Command(number, 1), Now));
        _fitting = Command(Claims, 1);
        _excessive = Command(Claims, int.MaxValue);
    }

    /// <summary>Decides a claim that fits; nothing is recorded.</summary>
    [Benchmark]
    public int Accept() => _ledger.Hold(_state, _fitting, Now).Events.Count;

    /// <summary>Decides a claim beyond the capacity and writes the refusal with the pool's present state.</summary>
    [Benchmark]
    public HoldReply Refuse()
    {
        Decision<PoolState, PoolEvent, HoldReply> decision = _ledger.Hold(_state, _excessive, Now);
        return decision.Answer(_state);
    }

    /// <summary>Decides and records a claim, its confirmation and its end.</summary>
    [Benchmark]
    public int HoldConfirmRelease()
    {
        int events = Record(_ledger.Hold(_state, _fitting, Now));
        events += Record(PoolLedger.Confirm(_state, _fitting.HoldId));
        return events + Record(_ledger.Release(_state, new ReleaseHold
        {
            CommandId = _fitting.CommandId,
            Deadline = _fitting.Deadline,
            Caller = Caller.Development,
            HoldId = _fitting.HoldId,
            HoldDeadline = Now.AddDays(-1),
        }, Now));
    }

    private int Record<TAnswer>(Decision<PoolState, PoolEvent, TAnswer> decision)
    {
        foreach (PoolEvent change in decision.Events) PoolRules.Instance.Apply(_state, change, Now);
        return decision.Events.Count;
    }

    private HoldCommand Command(int number, int quantity)
    {
        string order = string.Create(CultureInfo.InvariantCulture, $"order-{number}");
        return new HoldCommand
        {
            CommandId = Guid.NewGuid(),
            Deadline = Now.AddMinutes(1),
            Caller = Caller.Development,
            HoldId = new HoldId(new OrderId(Caller.Development.Tenant, order), new AttemptId(Guid.NewGuid()), new ResourcePoolId(_state.Pool!.Id)),
            ConfigVersion = _state.ConfigVersion,
            Lines = [new HoldLine { ItemId = "item-0", Quantity = quantity, Resources = Replica }],
            Amounts = Replica.Times(quantity),
            ExpiresAt = Now.AddMinutes(15),
        };
    }
}
