using System.Collections.Immutable;
using System.Globalization;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Workloads;

/// <summary>Makes synthetic composite orders.</summary>
/// <param name="locations">Where users may be.</param>
/// <param name="shape">What the orders look like.</param>
public sealed class OrderGenerator(IReadOnlyList<LocationDocument> locations, OrderShape shape)
{
    private const int BoundPercent = 50;
    private const int PlacesApart = 11;

    private static readonly int[] Vcpu = [1, 2, 4, 8, 16];
    private static readonly int[] MemoryMiBPerVcpu = [2048, 4096, 8192];
    private static readonly int[] DiskGiB = [20, 40, 80, 160, 320];
    private static readonly int[] UserBoundsMs = [25, 35, 50];
    private static readonly int[] RelationBoundsMs = [8, 15, 30];

    /// <summary>The order of a seed; its id is made of the seed.</summary>
    public OrderDocument Generate(long seed)
    {
        SeededRandom random = new(seed);
        int firstPlace = random.Below(locations.Count);
        OrderItemDocument[] items = [.. Enumerable.Range(0, shape.Items).Select(number => Item(random, number, firstPlace))];
        return new OrderDocument
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"order-{seed}"),
            ConsumerId = "bench",
            Items = [.. items],
            Relations = shape.Family == OrderFamily.Plain ? [] : [.. Enumerable.Range(1, shape.Items - 1).Select(number => Relation(random, items[number].Id, items[random.Below(number)].Id))],
            Policy = shape.Family == OrderFamily.Governed ? Policy() : OrderPolicyDocument.None,
        };
    }

    private OrderItemDocument Item(SeededRandom random, int number, int firstPlace)
    {
        int vcpu = random.Pick(Vcpu);
        int quantity = random.Between(1, shape.QuantityMax);
        bool isGoverned = shape.Family == OrderFamily.Governed;
        return new OrderItemDocument
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"item-{number}"),
            Quantity = quantity,
            Resources = Demand(vcpu, vcpu * random.Pick(MemoryMiBPerVcpu), random.Pick(DiskGiB)),
            Traits = new TraitRequirementDocument { Required = ["service:vm"] },
            Users = Users(random, number, firstPlace),
            Spread = isGoverned && quantity > 1 ? [new SpreadDocument { By = DomainKind.Zone, MaxShare = 0.5m }] : [],
            Survive = isGoverned && quantity > 2 ? [new SurviveDocument { LossOf = DomainKind.Provider }] : [],
        };
    }

    private SortedMap<long> Demand(long vcpu, long memoryMiB, long diskGiB) => shape.HasDisk
        ? [new("vcpu", vcpu), new("memoryMiB", memoryMiB), new("diskGiB", diskGiB)]
        : [new("vcpu", vcpu), new("memoryMiB", memoryMiB)];

    private ImmutableArray<UserGroupDocument> Users(SeededRandom random, int number, int firstPlace)
    {
        if (shape.Family == OrderFamily.Plain) return [Nearby(random, locations[(firstPlace + (number * PlacesApart)) % locations.Count].Id)];
        return number == 0 ? [Users(random)] : [];
    }

    private static UserGroupDocument Nearby(SeededRandom random, string location) => new() { LocationId = location, ValuePerMsMonthly = random.Between(20m, 60m, 2) };

    private UserGroupDocument Users(SeededRandom random) => new()
    {
        LocationId = random.Pick(locations).Id,
        MaxLatencyMs = random.Chance(BoundPercent) ? random.Pick(UserBoundsMs) : null,
        EgressGiBMonthly = random.Between(50, 2000),
        ValuePerMsMonthly = random.Between(0m, 2m, 2),
    };

    private static RelationDocument Relation(SeededRandom random, string from, string to) => new()
    {
        From = from,
        To = to,
        MaxLatencyMs = random.Chance(BoundPercent) ? random.Pick(RelationBoundsMs) : null,
        TrafficGiBMonthly = random.Between(50, 2000),
        ValuePerMsMonthly = random.Between(0.1m, 3m, 2),
    };

    private static OrderPolicyDocument Policy() => new()
    {
        MaxProviders = 4,
        Sovereignty = new SovereigntyPolicyDocument
        {
            SeatIn = ["EU"],
            DataCountries = ["EU"],
            Certificates = [new CertificateRequirementDocument { AnyOf = [Scheme("ISO27001"), Scheme("C5")] }],
        },
    };

    private static CertificateAlternativeDocument Scheme(string scheme) => new() { Scheme = scheme };
}
