using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Small markets: a few locations with links that differ by direction, providers with facts, pools with overrides.</summary>
/// <param name="random">Source of all choices.</param>
/// <param name="tiny">Whether money is so small that rounding decides.</param>
/// <param name="decidedAt">Instant of the decision.</param>
internal sealed class MarketGenerator(Prng random, bool tiny, DateTimeOffset decidedAt)
{
    public Market Market()
    {
        int count = random.Between(2, 5);
        Location[] locations = [.. Enumerable.Range(0, count).Select(index =>
            new Location($"loc-{index}", random.Pick(Names.Countries), random.Between(36, 60), random.Between(-8, 25)))];
        List<MeasuredLink> links = [];
        for (int from = 0; from < count; from++)
        {
            for (int to = 0; to < count; to++)
            {
                if (from != to && random.Percent(70)) links.Add(new(from, to, random.Between(1, 60) * random.Pick(500, 250, 1001)));
            }
        }

        return new(locations, LatencyMatrix.Build(locations, links));
    }

    public Provider Provider(int index) => new()
    {
        Id = $"provider-{index}",
        Status = random.Percent(6) ? random.Pick(LifecycleStatus.Draining, LifecycleStatus.Suspended) : LifecycleStatus.Active,
        Facts = Facts(missing: 8),
        FeePerOrderMicros = random.Percent(45) ? 0 : random.Between(1, 12) * (tiny ? 1 : 400_000),
        Egress = random.Percent(35) ? null : Tariff(),
    };

    public ResourcePool Pool(int index, int provider, int location, Order order)
    {
        bool offersOnly = random.Percent(30);
        Dictionary<string, Inventory> inventories = Names.Classes.ToDictionary(name => name, _ => new Inventory { Total = 1000 }, StringComparer.Ordinal);
        bool hasDisk = random.Percent(85);
        if (hasDisk) inventories["diskGiB"] = new Inventory { Total = 1000 };
        if (random.Percent(4)) inventories.Remove(random.Pick(Names.Classes));
        Offer[] offers = [.. Enumerable.Range(0, random.Between(offersOnly ? 1 : 0, 2)).Select(at => Offer($"offer-{at}", order))];
        return new()
        {
            Id = $"pool-{index}",
            Provider = provider,
            Location = location,
            Zone = random.Pick(null, "a", "a", "b"),
            Status = random.Percent(6) ? random.Pick(LifecycleStatus.Draining, LifecycleStatus.Suspended) : LifecycleStatus.Active,
            Traits = random.Some(Names.Traits, 65).ToHashSet(StringComparer.Ordinal),
            Override = random.Percent(25) ? new(Facts(missing: 75), WithdrawnFacts()) : null,
            Inventories = inventories,
            PriceBook = offersOnly ? null : PriceBook(),
            Offers = offers,
            Generation = index,
        };
    }

    public OrderItem Item(int index, int mostReplicas) => new()
    {
        Id = $"item-{index}",
        Quantity = Math.Max(random.Between(1, mostReplicas), random.Between(1, mostReplicas)),
        Resources = new Dictionary<string, long>(StringComparer.Ordinal) { ["vcpu"] = random.Between(1, 4), ["memoryMiB"] = random.Between(1, 3) * 2 },
    };

    private Offer Offer(string id, Order order)
    {
        OrderItem shape = random.Pick<OrderItem>([.. order.Items]);
        Dictionary<string, long> resources = new(StringComparer.Ordinal)
        {
            ["vcpu"] = shape.Resources["vcpu"] + random.Pick(0, 0, 1, 2) - random.Pick(0, 0, 0, 0, 1) * (shape.Resources["vcpu"] > 1 ? 1 : 0),
            ["memoryMiB"] = shape.Resources["memoryMiB"] + random.Pick(0, 0, 2),
        };
        if (random.Percent(40)) resources["diskGiB"] = random.Between(1, 8) * 5;
        return new(id, resources, HourlyPrice(resources["vcpu"]));
    }

    /// <summary>Prices of which a month often ends in exactly half a micro-EUR: n × 10⁻⁸ × 730 × 10⁶ = 7.3 n.</summary>
    private decimal HourlyPrice(long vcpu)
    {
        if (tiny) return random.Pick(0.00000005m, 0.00000015m, 0.0000000500m, 0.00000003m, 0.000000041m, 0.0000000017m) * random.Between(1, 3);
        return (random.Between(20, 60) * 0.0001m * vcpu) + random.Pick(0m, 0.00000005m, 0.0000000007m);
    }

    private Dictionary<string, decimal> PriceBook()
    {
        Dictionary<string, decimal> book = new(StringComparer.Ordinal)
        {
            ["vcpu"] = tiny ? random.Between(1, 30) * 0.000000005m : random.Between(20, 50) * 0.0001m,
            ["memoryMiB"] = random.Between(1, 20) * (tiny ? 0.0000000005m : 0.0000021m),
            ["diskGiB"] = 0.00006m,
        };
        if (random.Percent(4)) book.Remove("memoryMiB");
        return book;
    }

    /// <summary>Tariffs with half a micro-EUR per MiB and free volumes with half a MiB.</summary>
    private EgressTariff Tariff() => new(
        tiny ? random.Pick(0.000000512m, 0.001024m, 0.0000001m, 0.000001536m) : random.Pick(0.01m, 0.05m, 0.000512m, 0.02m),
        tiny ? random.Pick(0m, 0.00048828125m, 0.00146484375m, 0.01m, 0.003m) : random.Pick(0m, 10m, 50.00048828125m, 100m));

    private FactKinds WithdrawnFacts() => random.Percent(50) ? FactKinds.None : (FactKinds)(1 << random.Between(0, 7));

    /// <summary>Facts, each missing with the chance given; a few that are present are empty.</summary>
    private SovereigntyFacts Facts(int missing)
    {
        bool Has() => !random.Percent(missing);
        return new SovereigntyFacts
        {
            Seat = Has() ? random.Pick(Names.Countries) : null,
            Controllers = Has() ? Controllers() : null,
            StaffCountries = Has() ? Countries() : null,
            RemoteAdministrationFrom = Has() ? (random.Percent(40) ? [] : Countries()) : null,
            KeyCustody = Has() ? random.Pick(Names.KeyCustodies) : null,
            DataCountries = Has() ? Countries() : null,
            Certificates = Has() ? [.. Enumerable.Range(0, random.Between(0, 3)).Select(_ => Certificate())] : null,
            Seal = Has() ? random.Some(Names.SealObjectives, 80).ToDictionary(name => name, _ => random.Between(0, 4), StringComparer.Ordinal) : null,
        };
    }

    private string[] Countries() => random.Percent(5) ? [] : [.. random.Shuffled(Names.Countries).Take(random.Pick(1, 1, 2))];

    private Controller[] Controllers()
    {
        if (random.Percent(5)) return [];
        int first = random.Pick(1_000_000, 760_000, 500_000, 333_333);
        int second = random.Pick(0, 1_000_000 - first, 100_000);
        return [new(random.Pick(Names.Countries), first), new(random.Pick(Names.Countries), Math.Min(second, 1_000_000 - first))];
    }

    private Certificate Certificate()
    {
        DateOnly day = DateOnly.FromDateTime(decidedAt.UtcDateTime);
        return new(
            random.Pick(Names.Schemes),
            random.Pick(null, Names.Levels[0], Names.Levels[1]),
            random.Percent(45) ? null : [.. random.Shuffled(Names.Services).Take(random.Between(1, 2))],
            random.Pick<DateOnly?>(null, day.AddDays(-300), day, day, day.AddDays(1)),
            random.Pick<DateOnly?>(null, day.AddDays(300), day, day, day.AddDays(-1)));
    }
}
