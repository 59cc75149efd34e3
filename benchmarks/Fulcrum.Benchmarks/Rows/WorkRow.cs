using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Rows;

/// <summary>A kind of work that is measured.</summary>
/// <param name="Name">Name in tables and options.</param>
/// <param name="Pools">Pools of the market.</param>
/// <param name="Items">Items of the order.</param>
/// <param name="Family">Kind of orders.</param>
/// <param name="Limit">Limit of a solve.</param>
/// <param name="Gap">The gap whose time is of interest.</param>
internal sealed record WorkRow(string Name, int Pools, int Items, OrderFamily Family, TimeSpan Limit, double Gap)
{
    private const double OnePercent = 0.01;
    private const double TwoPercent = 0.02;

    /// <summary>The rows of the table.</summary>
    public static IReadOnlyList<WorkRow> All { get; } =
    [
        new("single", 10_000, 1, OrderFamily.Composite, TimeSpan.FromSeconds(1), OnePercent),
        new("three", 1_000, 3, OrderFamily.Composite, TimeSpan.FromSeconds(1), OnePercent),
        new("eight", 1_000, 8, OrderFamily.Composite, TimeSpan.FromSeconds(1), OnePercent),
        new("large", 10_000, 8, OrderFamily.Composite, TimeSpan.FromSeconds(5), OnePercent),
        new("twenty", 10_000, 20, OrderFamily.Composite, TimeSpan.FromSeconds(1), TwoPercent),
        new("infeasible", 1_000, 3, OrderFamily.Infeasible, TimeSpan.FromSeconds(1), OnePercent),
    ];
}
