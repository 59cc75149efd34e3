using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>What a gateway answers with.</summary>
internal static class Views
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static OrderView Order { get; } = new()
    {
        Id = new OrderId("development", "ord-1"),
        State = OrderState.Held,
        Version = 3,
        Request = new OrderDocument
        {
            Id = "ord-1",
            ConsumerId = "acme",
            Items = [new OrderItemDocument { Id = "web", Quantity = 2, Resources = [KeyValuePair.Create("vcpu", 4L)] }],
        },
        Decision = new DecisionDocument { Status = PlacementStatus.Optimal, DecidedAt = Noon, Plan = Plan() },
        Holds = [new HoldView { Pool = new ResourcePoolId("p-1"), Amounts = [KeyValuePair.Create("vcpu", 8L)], State = ClaimState.Held }],
        ReceivedAt = Noon,
        ExpiresAt = Noon.AddMinutes(15),
    };

    public static PoolSummary Pool { get; } = new()
    {
        Pool = new ResourcePoolDocument { Id = "p-1", ProviderId = "alpina", LocationId = "fr-par" },
        ConfigVersion = 7,
        Generation = 42,
        Sellable = [KeyValuePair.Create("vcpu", 100L)],
        Held = [KeyValuePair.Create("vcpu", 8L)],
        Allocated = [KeyValuePair.Create("vcpu", 30L)],
    };

    public static LocationDocument Location { get; } = new() { Id = "fr-par", Country = "FR", Latitude = 48.857, Longitude = 2.352 };

    private static PlanDocument Plan() => new()
    {
        Assignments = [new AssignmentDocument { ItemId = "web", ResourcePoolId = "p-1", OfferId = "m4", Quantity = 2, PriceMonthly = 76.504m }],
        PriceMonthly = 76.504m,
        Score = new ScoreDocument { Price = 76.504m, Locality = 0, Sovereignty = 0, Resources = 76.504m, Fees = 0, Egress = 0 },
        Certificate = new OptimalityCertificateDocument
        {
            Status = PlacementStatus.Optimal,
            Objective = 76.504m,
            Bound = 76.504m,
            Gap = 0,
            Proof = ProofKind.Relaxation,
            Seed = 7,
            ProblemHash = "00",
        },
    };
}
