using Fulcrum.Contracts.Capacity;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Markets;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Orders;
using Fulcrum.Grains.Placement;
using Fulcrum.Grains.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Fulcrum.Grains.Tests.Placement;

/// <summary>A silo's batches on a market of three pools: <c>cheap</c> and <c>dear</c> with two vcpu each, and one whose price nobody can compute with.</summary>
internal sealed class BatchBench : IDisposable
{
    public const int WindowMilliseconds = 20;

    private const long Plenty = 1_000_000_000_000;

    private readonly SolveGate _gate;

    public BatchBench(Action<SolverOptions>? configure = null)
    {
        SolverOptions options = new() { BatchWindowMilliseconds = WindowMilliseconds, Concurrency = 1, WaitingMax = 1 };
        configure?.Invoke(options);
        CapacityIndex index = new(Time);
        LocationDocument paris = new() { Id = "fr-par", Country = "FR", Latitude = 48.9, Longitude = 2.4 };
        index.Apply(new MarketView { Version = 1, Currency = "EUR", Locations = [new("fr-par", new PlacedLocation(paris, 1))] });
        foreach (PoolSummary pool in (PoolSummary[])[Pool("cheap", 2, 0.01m), Pool("dear", 2, 0.03m), Pool("absurd", Plenty, 1_000_000)])
        {
            index.Apply(PoolSharding.ShardOf(new ResourcePoolId(pool.Pool.Id)).Number, new ShardChanges { Version = new ShardVersion(Guid.Empty, 1), Pools = [pool] });
        }

        _gate = new SolveGate(options);
        Gate = _gate;
        Queue = new BatchQueue(options, new BatchPlanner(index, _gate, options, EngineInstruments.Unread, Time, NullLogger<BatchPlanner>.Instance), Time, NullLogger<BatchQueue>.Instance);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public SolveGate Gate { get; }

    public BatchQueue Queue { get; }

    public void EndWindow() => Time.Advance(TimeSpan.FromMilliseconds(WindowMilliseconds));

    public Task<PlanOutcome?> Plan(PlanRequest request) => Queue.PlanAsync(request, TestContext.Current.CancellationToken);

    public Task<PlanOutcome?> PlanUntil(PlanRequest request, CancellationToken caller) => Queue.PlanAsync(request, caller);

    /// <summary>An order for so many vcpu, at some providers only if any are named.</summary>
    public PlanRequest Request(string id, long vcpu, params string[] providers) => new()
    {
        OrderId = new OrderId("tenant", id),
        Order = new OrderDocument
        {
            Items =
            [
                new OrderItemDocument
                {
                    Id = "vm",
                    Quantity = 1,
                    Resources = [new("vcpu", vcpu)],
                    Placement = new PlacementRuleDocument { AllowedProviders = [.. providers.Length == 0 ? ["cheap", "dear"] : providers] },
                },
            ],
        },
        At = Time.GetUtcNow(),
        Deadline = Time.GetUtcNow().AddSeconds(25),
    };

    public void Dispose()
    {
        Queue.Dispose();
        _gate.Dispose();
    }

    private static PoolSummary Pool(string id, long vcpu, decimal pricePerHour) => new()
    {
        Pool = new ResourcePoolDocument
        {
            Id = id,
            ProviderId = id,
            LocationId = "fr-par",
            Inventories = [new("vcpu", new InventoryDocument { Total = vcpu })],
            PriceBook = [new("vcpu", pricePerHour)],
        },
        Provider = new ProviderDocument { Id = id },
        ProviderVersion = 1,
        ConfigVersion = 7,
        Generation = 3,
    };
}
