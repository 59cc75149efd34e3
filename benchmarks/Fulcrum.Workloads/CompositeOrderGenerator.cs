using System.Globalization;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Workloads;

/// <summary>Makes orders like real ones: not every rule on every order.</summary>
/// <param name="locations">Where users may be.</param>
/// <param name="shape">What the orders look like.</param>
public sealed class CompositeOrderGenerator(IReadOnlyList<LocationDocument> locations, OrderShape shape)
{
    private const int FurtherUsersPercent = 25;
    private const int FurtherRelationPercent = 15;
    private const int BoundPercent = 50;
    private const int AllPairsPercent = 15;
    private const int SpreadPercent = 30;
    private const int SurvivePercent = 20;
    private const int GatePercent = 40;
    private const int DataGatePercent = 50;
    private const int ProvidersPercent = 25;

    private static readonly int[] Vcpu = [1, 2, 4, 8, 16];
    private static readonly int[] MemoryMiBPerVcpu = [1024, 2048, 4096];
    private static readonly int[] DiskGiB = [20, 40, 80, 160, 320];
    private static readonly int[] UserBoundsMs = [25, 35, 50];
    private static readonly int[] RelationBoundsMs = [8, 15, 30];
    private static readonly DomainKind[] Losses = [DomainKind.Zone, DomainKind.Location, DomainKind.Provider];

    /// <summary>The order of a seed; its id is made of the seed.</summary>
    public OrderDocument Generate(long seed)
    {
        SeededRandom random = new(seed);
        OrderItemDocument[] items = [.. Enumerable.Range(0, shape.Items).Select(number => Item(random, number))];
        return new OrderDocument
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"order-{seed}"),
            ConsumerId = "bench",
            Items = [.. items],
            Relations = [.. Enumerable.Range(1, shape.Items - 1).SelectMany(number => Relations(random, items, number))],
            Policy = Policy(random),
        };
    }

    private OrderItemDocument Item(SeededRandom random, int number)
    {
        int vcpu = random.Pick(Vcpu);
        int quantity = random.Between(1, shape.QuantityMax);
        return new OrderItemDocument
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"item-{number}"),
            Quantity = quantity,
            Resources = Demand(vcpu, vcpu * random.Pick(MemoryMiBPerVcpu), random.Pick(DiskGiB)),
            Traits = new TraitRequirementDocument { Required = ["service:vm"] },
            Users = number == 0 || random.Chance(FurtherUsersPercent) ? [Users(random)] : [],
            Spread = quantity > 1 && random.Chance(SpreadPercent) ? [Spread(random, quantity)] : [],
            Survive = quantity > 2 && random.Chance(SurvivePercent) ? [new SurviveDocument { LossOf = random.Pick(Losses) }] : [],
        };
    }

    private SortedMap<long> Demand(long vcpu, long memoryMiB, long diskGiB) => shape.HasDisk
        ? [new("vcpu", vcpu), new("memoryMiB", memoryMiB), new("diskGiB", diskGiB)]
        : [new("vcpu", vcpu), new("memoryMiB", memoryMiB)];

    private UserGroupDocument Users(SeededRandom random) => new()
    {
        LocationId = random.Pick(locations).Id,
        MaxLatencyMs = random.Chance(BoundPercent) ? random.Pick(UserBoundsMs) : null,
        EgressGiBMonthly = random.Between(50, 2000),
        ValuePerMsMonthly = random.Between(0m, 2m, 2),
    };

    private static SpreadDocument Spread(SeededRandom random, int quantity) => random.Below(4) switch
    {
        0 => new SpreadDocument { By = DomainKind.Zone, MaxShare = 0.5m },
        1 => new SpreadDocument { By = DomainKind.Provider, MaxShare = 0.5m },
        2 => new SpreadDocument { By = DomainKind.Location, Max = (quantity + 1) / 2 },
        _ => new SpreadDocument { By = DomainKind.Location, MinDomains = 2 },
    };

    /// <summary>One relation to an earlier item, so that relations make a tree; now and then one to another, which closes a cycle.</summary>
    private static IEnumerable<RelationDocument> Relations(SeededRandom random, OrderItemDocument[] items, int number)
    {
        int parent = random.Below(number);
        yield return Relation(random, items[number].Id, items[parent].Id);
        if (number > 1 && random.Chance(FurtherRelationPercent)) yield return Relation(random, items[number].Id, items[(parent + 1) % number].Id);
    }

    private static RelationDocument Relation(SeededRandom random, string from, string to) => new()
    {
        From = from,
        To = to,
        MaxLatencyMs = random.Chance(BoundPercent) ? random.Pick(RelationBoundsMs) : null,
        Scope = random.Chance(AllPairsPercent) ? LatencyScope.All : LatencyScope.Nearest,
        TrafficGiBMonthly = random.Between(50, 2000),
        ValuePerMsMonthly = random.Between(0.1m, 3m, 2),
    };

    private static OrderPolicyDocument Policy(SeededRandom random) => new()
    {
        Sovereignty = random.Chance(GatePercent) ? Gate(random) : null,
        MaxProviders = random.Chance(ProvidersPercent) ? random.Between(2, 5) : null,
    };

    private static SovereigntyPolicyDocument Gate(SeededRandom random) => new()
    {
        SeatIn = ["EU"],
        DataCountries = random.Chance(DataGatePercent) ? ["EU"] : null,
        Certificates = [new CertificateRequirementDocument { AnyOf = [Scheme("ISO27001"), Scheme("C5"), Scheme("SOC2")] }],
    };

    private static CertificateAlternativeDocument Scheme(string scheme) => new() { Scheme = scheme };
}
