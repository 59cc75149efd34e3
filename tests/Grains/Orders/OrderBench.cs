using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Tests.Orders;

/// <summary>An order on the bench: decisions are applied at once, time is set by hand.</summary>
internal sealed class OrderBench : IPlanner
{
    private static readonly OrderId Id = new("t", "o1");
    private static readonly OrderOptions Options = new();
    private readonly OrderRules _rules = new(Id);
    private readonly HoldVerdicts _verdicts;

    public OrderBench() => _verdicts = new HoldVerdicts(this, ProtocolRules.All);

    public OrderCommands Commands { get; } = new(Id, Options);

    public PlacementRecords Records { get; } = new(Id, Options);

    public OrderRecord State { get; } = new();

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Later => Now.AddHours(1);

    public bool Complies { get; set; } = true;

    public List<string> Recorded { get; } = [];

    public PlaceOrder NewPlace(string fingerprint = "body", bool confirm = false) => new()
    {
        CommandId = Guid.NewGuid(),
        Deadline = Now.AddSeconds(10),
        Caller = Caller.Development,
        Order = new OrderDocument(),
        Fingerprint = fingerprint,
        Confirm = confirm,
    };

    public Attempt NewAttempt(DateTimeOffset? compliantUntil = null) => new(Guid.NewGuid(), Plan(compliantUntil), Now.AddSeconds(5), Now.AddSeconds(900));

    public PlanOutcome Plan(DateTimeOffset? compliantUntil = null) => new()
    {
        Kind = PlanKind.Plan,
        Decision = new DecisionDocument { Status = PlacementStatus.Optimal, DecidedAt = Now },
        Holds = [Planned("p1"), Planned("p2")],
        CompliantUntil = compliantUntil,
    };

    public Attempt Hold(DateTimeOffset? compliantUntil = null, bool confirm = false)
    {
        Attempt attempt = NewAttempt(compliantUntil);
        Take(Records.Hold(State, NewPlace(confirm: confirm), attempt, [], Now)).Holds.ShouldBeTrue();
        return attempt;
    }

    public ProbeReply Probe(Guid attempt, Guid? running = null, PoolSummary? changed = null) => Take(_verdicts.Decide(
        State,
        new ProbeHold { CommandId = Guid.NewGuid(), Deadline = Now, HoldId = new HoldId(Id, new AttemptId(attempt), new ResourcePoolId("p1")), Changed = changed },
        running,
        Now));

    public void Told(Guid attempt, bool confirmed, params string[] pools) =>
        _rules.Apply(State, new OrderTold(attempt, confirmed, [.. pools], []), Now);

    public T Take<T>(Decision<OrderRecord, OrderEvent, T> decision)
    {
        Recorded.Clear();
        foreach (OrderEvent change in decision.Events)
        {
            NewEvent stored = OrderRules.Codec.Encode(change, Guid.NewGuid(), Now);
            Recorded.Add(stored.Type);
            _rules.Apply(State, OrderRules.Codec.Decode(stored.Type, stored.Payload), Now);
        }

        return decision.Answer(State);
    }

    public Task<PlanOutcome> PlanAsync(PlanRequest request, CancellationToken cancellationToken) => Task.FromResult(Plan());

    public bool StillComplies(OrderDocument order, DecisionDocument decision, PoolSummary changed, DateTimeOffset at) => Complies;

    public static PoolSummary Changed { get; } = new()
    {
        Pool = new ResourcePoolDocument { Id = "p1", ProviderId = "alpina", LocationId = "fr-par" },
        ConfigVersion = 2,
        Generation = 2,
    };

    private static PlannedHold Planned(string pool) => new()
    {
        Pool = new ResourcePoolId(pool),
        ConfigVersion = 1,
        Generation = 1,
        Lines = [],
        Amounts = SortedMap<long>.Empty,
    };
}
