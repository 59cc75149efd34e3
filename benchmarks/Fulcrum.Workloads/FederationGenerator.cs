using System.Collections.Immutable;
using System.Globalization;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Workloads;

/// <summary>Makes synthetic federations: 30 locations, five pools per provider, three resource classes, one fee and one egress tariff per provider.</summary>
public sealed class FederationGenerator
{
    private const int PriceDecimals = 10;
    private const int VcpuUnitsMax = 32;
    private const int VcpuPerUnit = 32;
    private const int DiskGiBPerVcpu = 50;
    private const int HomePoolPercent = 50;

    private static readonly int[] MemoryMiBPerVcpu = [2048, 4096, 8192];
    private static readonly decimal[] FreeEgressGiB = [0, 100, 1024];
    private static readonly decimal[] AllocationRatios = [1, 1, 1.5m, 2];
    private static readonly string[] Zones = ["a", "b", "c"];

    private readonly FederationShape _shape;
    private readonly SeededRandom _random;

    private FederationGenerator(FederationShape shape) => (_shape, _random) = (shape, new SeededRandom(shape.Seed));

    /// <summary>The federation of a shape.</summary>
    public static FederationDocument Generate(FederationShape shape) => new FederationGenerator(shape).Generate();

    private FederationDocument Generate()
    {
        List<ProviderDocument> providers = [];
        List<ResourcePoolDocument> pools = [];
        while (pools.Count < _shape.Pools)
        {
            LocationDocument home = _random.Pick(EuropeanPlaces.All);
            ProviderDocument provider = Provider(providers.Count, home);
            providers.Add(provider);
            decimal level = _random.Between(0.6m, 1.6m, PriceDecimals);
            int count = Math.Min(FederationShape.PoolsPerProvider, _shape.Pools - pools.Count);
            for (int i = 0; i < count; i++) pools.Add(Pool(provider, i, home, level));
        }

        return new FederationDocument { Locations = EuropeanPlaces.All, Providers = [.. providers], ResourcePools = [.. pools] };
    }

    private ProviderDocument Provider(int number, LocationDocument home) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"provider-{number:D4}"),
        FeePerOrderMonthly = _random.Between(5m, 40m, 2) * (_shape.HasFees ? 1 : 0),
        Egress = new EgressDocument { PricePerGiB = _random.Between(0m, 0.08m, 4), FreeGiBMonthly = _random.Pick(FreeEgressGiB) },
        Sovereignty = new SovereigntyProfile
        {
            Seat = home.Country,
            Controllers = [new ControllerDocument { Country = home.Country, Share = 1 }],
            StaffCountries = [home.Country],
            RemoteAdministrationFrom = [],
            KeyCustody = _random.Chance(50) ? "customer" : "provider",
            DataCountries = [home.Country],
            Certificates = Certificates(),
        },
    };

    private ImmutableArray<CertificateDocument> Certificates()
    {
        List<CertificateDocument> certificates = [];
        if (_random.Chance(80)) certificates.Add(Certificate("ISO27001"));
        if (_random.Chance(30)) certificates.Add(Certificate("C5") with { Level = "type 2" });
        if (_random.Chance(15)) certificates.Add(Certificate("SecNumCloud") with { Level = "3.2", Scopes = ["service:vm"] });
        return [.. certificates];
    }

    private static CertificateDocument Certificate(string scheme) =>
        new() { Scheme = scheme, ValidFrom = new DateOnly(2026, 1, 1), ValidTo = new DateOnly(2028, 12, 31) };

    private ResourcePoolDocument Pool(ProviderDocument provider, int number, LocationDocument home, decimal level)
    {
        LocationDocument location = _random.Chance(HomePoolPercent) ? home : _random.Pick(EuropeanPlaces.All);
        int vcpu = VcpuPerUnit * _random.Between(1, VcpuUnitsMax);
        return new ResourcePoolDocument
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{provider.Id}-{location.Id}-{number}"),
            ProviderId = provider.Id,
            LocationId = location.Id,
            Zone = _random.Pick(Zones),
            Traits = Traits(),
            Inventories =
            [
                new("vcpu", Inventory(vcpu, _random.Pick(AllocationRatios))),
                new("memoryMiB", Inventory((long)vcpu * _random.Pick(MemoryMiBPerVcpu), 1)),
                new("diskGiB", Inventory((long)vcpu * DiskGiBPerVcpu, 1)),
            ],
            PriceBook =
            [
                new("vcpu", Price(0.0065m, level)),
                new("memoryMiB", Price(0.0000021m, level)),
                new("diskGiB", Price(0.00006m, level)),
            ],
        };
    }

    private ImmutableArray<string> Traits()
    {
        List<string> traits = ["service:vm", _random.Chance(80) ? "arch:amd64" : "arch:arm64"];
        if (_random.Chance(60)) traits.Add("service:kubernetes");
        return [.. traits];
    }

    private InventoryDocument Inventory(long total, decimal ratio) => new() { Total = total * _shape.CapacityFactor, AllocationRatio = ratio };

    private decimal Price(decimal typical, decimal level) => decimal.Round(typical * level * _random.Between(0.8m, 1.25m, PriceDecimals), PriceDecimals);
}
