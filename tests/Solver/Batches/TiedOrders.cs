using Fulcrum.Solver.Model;
using Fulcrum.Solver.Tests.Oracle;
using Fulcrum.Solver.Tests.Solving;

namespace Fulcrum.Solver.Tests.Batches;

/// <summary>Batches in which an order that could go anywhere comes before those that could not.</summary>
internal static class TiedOrders
{
    private const int Pools = 3;
    private const int VcpusMax = 4;

    /// <summary>Three orders on three small pools of a provider each.</summary>
    public static (PlacementProblem Market, Order[] Orders) Batch(long seed)
    {
        Prng random = new((ulong)seed);
        Sketch sketch = new Sketch().Location("paris");
        for (int pool = 0; pool < Pools; pool++)
        {
            sketch.Provider(Provider(pool)).Pool($"pool-{pool}", Provider(pool), "paris", random.Between(1, 9) / 1000m, random.Between(1, VcpusMax));
        }

        PlacementProblem market = sketch.Item("replica").Build();
        OrderItem replica = market.Order.Items[0];
        Order[] orders =
        [
            market.Order with { Id = "anywhere", Items = [replica with { Quantity = random.Between(1, VcpusMax) }] },
            .. Enumerable.Range(0, 2).Select(index => market.Order with { Id = $"tied-{index}", Items = [Tied(replica, random)] }),
        ];
        return (market, orders);
    }

    private static OrderItem Tied(OrderItem replica, Prng random) => replica with
    {
        Quantity = random.Between(1, 2),
        Placement = new PlacementRule { AllowedProviders = [.. Enumerable.Range(0, random.Between(1, 2)).Select(_ => Provider(random.Between(0, Pools - 1))).Distinct()] },
    };

    private static string Provider(int index) => $"provider-{index}";
}
