using System.Globalization;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Client.Tests.Doubles;

/// <summary>What the scripted gateway answers with.</summary>
internal static class Canned
{
    public const long Version = 7;

    private const string CursorPrefix = "c";

    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static OrderDocument OrderDocument { get; } = new()
    {
        Id = "ord-1",
        ConsumerId = "acme",
        Items = [new OrderItemDocument { Id = "web", Quantity = 2, Resources = [KeyValuePair.Create("vcpu", 4L)] }],
    };

    public static ResourcePoolDocument PoolDocument { get; } = new()
    {
        Id = "alpina-par-1",
        ProviderId = "alpina",
        LocationId = "fr-par",
        Zone = "par-1",
        Traits = ["service:vm"],
        Inventories = [KeyValuePair.Create("vcpu", new InventoryDocument { Total = 64, AllocationRatio = 1.5m })],
        Offers = [new OfferDocument { Id = "m4", Resources = [KeyValuePair.Create("vcpu", 4L)], PricePerHour = 0.0524m }],
    };

    public static ProviderDocument ProviderDocument { get; } = new()
    {
        Id = "alpina",
        Name = "Alpina Cloud",
        FeePerOrderMonthly = 25,
        Sovereignty = new SovereigntyProfile { Seat = "FR", KeyCustody = "customer", RemoteAdministrationFrom = [] },
    };

    public static LinkView Link { get; } = new() { From = "de-fra", To = "fr-par", LatencyMs = 9.1m, Estimated = false };

    public static ProviderView Provider { get; } = new() { Provider = ProviderDocument, Version = Version, ResourcePoolIds = ["alpina-par-1"] };

    public static PoolSummary Pool { get; } = new()
    {
        Pool = PoolDocument,
        ConfigVersion = Version,
        Generation = 12,
        Sellable = [KeyValuePair.Create("vcpu", 96L)],
        Held = [KeyValuePair.Create("vcpu", 8L)],
        Holds = 1,
    };

    public static ClaimView Claim { get; } = new()
    {
        Order = new OrderId("development", "ord-1"),
        Attempt = new AttemptId(Guid.Parse("0194f2c8-0000-7000-8000-000000000001")),
        State = ClaimState.Held,
        Amounts = [KeyValuePair.Create("vcpu", 8L)],
        ConfigVersion = Version,
        ExpiresAt = Now.AddMinutes(15),
    };

    public static CapacityReport Capacity { get; } = new()
    {
        At = Now,
        Groups =
        [
            new CapacityGroup
            {
                Key = [KeyValuePair.Create("country", "FR")],
                Classes = [KeyValuePair.Create("vcpu", new ClassCapacity { Sellable = 96, Held = 8, Allocated = 0, Free = 88 })],
                Pools = 1,
            },
        ],
    };

    public static ShapeReport Shapes { get; } = new() { At = Now, Shapes = [new ShapeCount { ShapeId = "m4", Sellable = 22, MinPriceMonthly = 38.252m }] };

    public static OrderListItem ListedOrder { get; } = new() { Id = "ord-1", State = OrderState.Held, ConsumerId = "acme", Version = Version, PriceMonthly = 76.504m, ReceivedAt = Now };

    public static DecisionDocument Planned { get; } = new()
    {
        Status = PlacementStatus.Optimal,
        DecidedAt = Now,
        Plan = new PlanDocument
        {
            Assignments = [new AssignmentDocument { ItemId = "web", ResourcePoolId = "alpina-par-1", OfferId = "m4", Quantity = 2, PriceMonthly = 76.504m }],
            PriceMonthly = 101.504m,
            Score = new ScoreDocument { Price = 101.504m, Locality = 0, Sovereignty = 0, Resources = 76.504m, Fees = 25, Egress = 0 },
            Certificate = new OptimalityCertificateDocument
            {
                Status = PlacementStatus.Optimal,
                Objective = 101.504m,
                Bound = 101.504m,
                Gap = 0,
                Proof = ProofKind.Relaxation,
                Seed = 7,
                ProblemHash = "abc",
            },
        },
        Funnel = [new ItemFunnelDocument { ItemId = "web", Pools = 1 }],
    };

    public static DecisionDocument Infeasible { get; } = new()
    {
        Status = PlacementStatus.Infeasible,
        DecidedAt = Now,
        Funnel = [new ItemFunnelDocument { ItemId = "web", Pools = 1, Steps = [new FunnelStepDocument { Rule = "eligibility.traits", Removed = 1, Left = 0 }] }],
        ConflictSet = ["eligibility.traits"],
        Relaxations = [new RelaxationDocument { Rule = "eligibility.traits", Change = "no trait gpu", PriceMonthly = 12.5m }],
    };

    public static OrderDecision Decision { get; } = new() { Order = OrderDocument, Decision = Planned, Evidence = """{"market":{"version":1,"providers":1,"resourcePools":1}}""" };

    public static LocationDocument Location(string id) => new() { Id = id, Country = "FR", City = "Paris", Latitude = 48.857, Longitude = 2.352 };

    public static OrderView Order(OrderState state, DecisionDocument? decision = null) => new()
    {
        Id = new OrderId("development", "ord-1"),
        State = state,
        Version = Version,
        Request = OrderDocument,
        Decision = decision ?? Planned,
        Holds = [new HoldView { Pool = new ResourcePoolId("alpina-par-1"), Amounts = [KeyValuePair.Create("vcpu", 8L)], State = ClaimState.Held }],
        ReceivedAt = Now,
        ExpiresAt = Now.AddMinutes(15),
    };

    /// <summary>The event at a position of the feed, beginning with 0.</summary>
    public static EventView Event(int position) => new()
    {
        Cursor = Cursor(position + 1),
        Subject = "order:development/ord-1",
        Version = position + 1,
        Type = "order.held.v1",
        At = Now,
        Data = $$"""{"position":{{position}}}""",
    };

    public static string Cursor(int position) => CursorPrefix + position.ToString(CultureInfo.InvariantCulture);

    public static int Position(string cursor) => int.Parse(cursor[CursorPrefix.Length..], CultureInfo.InvariantCulture);
}
