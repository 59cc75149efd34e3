using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Instances;

/// <summary>Problems in which distance plays no part: one provider with one pool per agent or facility, all in one place. One unit of cost is one EUR per month.</summary>
internal static class OneCityMarket
{
    /// <summary>Class of what is shared by all items of a pool.</summary>
    public const string Load = "load";

    private const int MicrosPerEuro = 1_000_000;
    private const int HoursPerMonth = 730;

    /// <summary>Twelve decimals of an hourly price are less than a thousandth of a micro-EUR a month: the monthly price rounds back to the amount.</summary>
    private const int HourlyDecimals = 12;

    /// <summary>The class that only the offers and prices for one item name, so that no other item can be served at them.</summary>
    public static string ClassOf(int item) => $"item-{item:D3}";

    /// <summary>The hourly price of a monthly one.</summary>
    public static decimal PerHour(decimal perMonth) => decimal.Round(perMonth / HoursPerMonth, HourlyDecimals);

    /// <summary>A provider with a fixed fee.</summary>
    public static Provider Provider(int number, decimal fee = 0) => new() { Id = $"provider-{number:D2}", FeePerOrderMicros = (long)(fee * MicrosPerEuro) };

    /// <summary>The problem of placing items on pools, pool <c>i</c> belonging to provider <c>i</c>.</summary>
    public static PlacementProblem Problem(string name, IReadOnlyList<Provider> providers, IReadOnlyList<ResourcePool> pools, IReadOnlyList<OrderItem> items)
    {
        Location[] city = [new("city", "FR", 0, 0)];
        return new PlacementProblem
        {
            Market = new Market(city, LatencyMatrix.Build(city, [])),
            Providers = providers,
            Pools = pools,
            Order = new Order { Id = name, Items = items },
            DecidedAt = SyntheticProblems.DecidedAt,
        };
    }
}
