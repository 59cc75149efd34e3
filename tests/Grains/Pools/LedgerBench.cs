using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Pools;

namespace Fulcrum.Grains.Tests.Pools;

/// <summary>A ledger on the bench: decisions are applied at once, time is set by hand.</summary>
internal sealed class LedgerBench
{
    private static readonly PoolOptions Options = new();
    private readonly PoolLedger _ledger = new(Options, ProtocolRules.All);

    public LedgerBench(long total = 10, decimal ratio = 1)
    {
        Configure(NewPool(total, ratio));
        TellProvider(1);
    }

    public static DateTimeOffset Start { get; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    public PoolState State { get; private set; } = new();

    public static ResourcePoolDocument NewPool(long total, decimal ratio = 1) => new()
    {
        Id = "p1",
        ProviderId = "alpina",
        LocationId = "fr-par",
        Inventories =
        [
            KeyValuePair.Create("vcpu", new InventoryDocument { Total = total, AllocationRatio = ratio, StepSize = 2, MaxUnit = 8 }),
            KeyValuePair.Create("memoryMiB", new InventoryDocument { Total = 1_000 }),
        ],
    };

    public static SortedMap<long> Amounts(string resourceClass, long amount) => [KeyValuePair.Create(resourceClass, amount)];

    public HoldCommand NewHold(int attempt, long amount, string resourceClass = "vcpu") => new()
    {
        CommandId = Guid.NewGuid(),
        Deadline = Now.AddSeconds(5),
        Caller = Caller.Development,
        HoldId = Id(attempt),
        ConfigVersion = State.ConfigVersion,
        Lines = [new HoldLine { ItemId = "web", Quantity = 1, Resources = Amounts(resourceClass, amount) }],
        Amounts = Amounts(resourceClass, amount),
        ExpiresAt = Now.AddSeconds(900),
    };

    public static HoldId Id(int attempt) => new(new OrderId("t", "o1"), new AttemptId(new Guid(attempt, 0, 0, new byte[8])), new ResourcePoolId("p1"));

    public HoldReply Hold(HoldCommand command) => Take(_ledger.Hold(State, command, Now));

    public HoldReply Hold(int attempt, long amount) => Hold(NewHold(attempt, amount));

    public ClaimState Confirm(int attempt) => Take(PoolLedger.Confirm(State, Id(attempt))).State;

    public ClaimState Release(int attempt, DateTimeOffset holdDeadline) => Take(_ledger.Release(
        State,
        new ReleaseHold { CommandId = Guid.NewGuid(), Deadline = Now, Caller = Caller.Development, HoldId = Id(attempt), HoldDeadline = holdDeadline },
        Now)).State;

    /// <summary>The order of a claim says that it is confirmed, and whether it complies; answers whether the pool has learned anything.</summary>
    public bool Answer(int attempt, bool complies, long? version = null) => Take(_ledger.Answered(
        State, Id(attempt), new ProbeReply { Verdict = ProbeVerdict.Confirmed, Complies = complies }, version ?? State.ConfigVersion, Now));

    /// <summary>The head rows of their orders say that holds stand.</summary>
    public void Defer(DateTimeOffset until, params IEnumerable<int> attempts) => Take(PoolLedger.Defer(State, attempts.Select(attempt => new DeferredProbe(Id(attempt).Attempt.Value, until))));

    public ConfigureReply Configure(ResourcePoolDocument pool, long? expected = null) => Take(PoolConfiguration.Configure(
        State,
        new ConfigurePool { CommandId = Guid.NewGuid(), Deadline = Now, Caller = Caller.Development, Pool = pool, ExpectedConfigVersion = expected },
        Now));

    public ConfigureReply TellProvider(long version, LifecycleStatus status = LifecycleStatus.Active) => Take(PoolConfiguration.ChangeProvider(
        State,
        new ConfigureProvider
        {
            CommandId = Guid.NewGuid(),
            Deadline = Now,
            Caller = Caller.Development,
            Provider = new ProviderDocument { Id = "alpina", Status = status },
            Version = version,
        },
        Now));

    public ConfigureReply Retire() => Take(PoolConfiguration.Retire(
        State, new RetirePool { CommandId = Guid.NewGuid(), Deadline = Now, Caller = Caller.Development }, Now));

    public void Reload() => State = PoolRules.Instance.Thaw(PoolRules.Instance.Freeze(State));

    private T Take<T>(Decision<PoolState, PoolEvent, T> decision)
    {
        foreach (PoolEvent change in decision.Events)
        {
            NewEvent stored = PoolRules.Codec.Encode(change, Guid.NewGuid(), Now);
            PoolRules.Instance.Apply(State, PoolRules.Codec.Decode(stored.Type, stored.Payload), Now);
        }

        return decision.Answer(State);
    }
}
