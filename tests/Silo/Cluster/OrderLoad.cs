using System.Collections.Concurrent;
using Fulcrum.Client;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Silo.Tests.Cluster;

/// <summary>Callers that place, confirm, cancel and forget orders, and remember what they were answered.</summary>
internal sealed class OrderLoad(IPlacementClient client)
{
    /// <summary>How long a hold stays that nobody confirms.</summary>
    public const int HoldSeconds = 5;

    private const int Pools = 12;
    private const int PoolsPerOrder = 3;
    private const int PoolVcpu = 25;
    private const int KeptMax = 5;
    private const int Callers = 8;

    private readonly ConcurrentDictionary<string, OrderResource> _answered = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Exception> _failures = [];
    private int _refused;

    /// <summary>The last answer for each order.</summary>
    public IReadOnlyDictionary<string, OrderResource> Answered => _answered;

    /// <summary>Requests that failed in spite of all tries.</summary>
    public IReadOnlyCollection<Exception> Failures => _failures;

    /// <summary>Orders refused because nothing was left.</summary>
    public int Refused => _refused;

    /// <summary>Small pools of four providers, so that orders compete.</summary>
    public static FederationDocument Federation => new()
    {
        Locations = [new LocationDocument { Id = "fr-par", Country = "FR", Latitude = 48.857, Longitude = 2.352 }],
        Providers = [.. Enumerable.Range(0, 4).Select(static i => new ProviderDocument { Id = $"provider-{i}" })],
        ResourcePools =
        [
            .. Enumerable.Range(0, Pools).Select(static i => new ResourcePoolDocument
            {
                Id = $"pool-{i}",
                ProviderId = $"provider-{i % 4}",
                LocationId = "fr-par",
                Inventories = SortedMap.Create<InventoryDocument>([KeyValuePair.Create("vcpu", new InventoryDocument { Total = PoolVcpu })]),
                PriceBook = SortedMap.Create<decimal>([KeyValuePair.Create("vcpu", 0.01m)]),
            }),
        ],
    };

    /// <summary>Calls until told to stop; every call is finished.</summary>
    public Task RunAsync(int seed, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => CallAsync(caller, new Random(seed + caller), stop)));

    private async Task CallAsync(int caller, Random random, CancellationToken stop)
    {
        Queue<string> kept = new();
        for (int i = 0; !stop.IsCancellationRequested; i++)
        {
            try
            {
                await LiveAsync($"o{caller}-{i}", random, kept);
                if (kept.Count > KeptMax) Keep(await EndedOrAsync(() => client.CancelOrderAsync(kept.Peek(), Key(kept.Dequeue(), "cancel"))));
            }
            catch (PlacementException refusal) when (refusal.Code is "placement.infeasible" or "placement.capacity_conflict")
            {
                Interlocked.Increment(ref _refused);
            }
            catch (PlacementException failure)
            {
                _failures.Add(failure);
            }
        }
    }

    private async Task LiveAsync(string id, Random random, Queue<string> kept)
    {
        bool atOnce = random.Next(4) == 0;
        Keep(await client.PlaceOrderAsync(new OrderRequest { Order = Order(id), HoldSeconds = HoldSeconds, Confirm = atOnce }, Key(id, "place")));
        int next = random.Next(10);
        if (next == 0) return;
        if (!atOnce && next < 9) Keep(await EndedOrAsync(() => client.ConfirmOrderAsync(id, Key(id, "confirm"))));
        if (next < 7) Keep(await EndedOrAsync(() => client.CancelOrderAsync(id, Key(id, "cancel"))));
        else kept.Enqueue(id);
    }

    /// <summary>A hold may end while the silos are away: that is an answer.</summary>
    private static async Task<OrderResource?> EndedOrAsync(Func<Task<OrderResource>> call)
    {
        try
        {
            return await call();
        }
        catch (PlacementException ended) when (ended.Code is "placement.hold_expired")
        {
            return null;
        }
    }

    private void Keep(OrderResource? answer)
    {
        if (answer is not null) _answered[answer.Id] = answer;
    }

    private static RequestOptions Key(string id, string verb) => new() { IdempotencyKey = $"{verb}-{id}" };

    private static OrderDocument Order(string id) => new()
    {
        Id = id,
        ConsumerId = "acme",
        Items =
        [
            new OrderItemDocument
            {
                Id = "vm",
                Quantity = PoolsPerOrder,
                Resources = SortedMap.Create<long>([KeyValuePair.Create("vcpu", 1L)]),
                Spread = [new SpreadDocument { By = DomainKind.Pool, Max = 1 }],
            },
        ],
    };
}
