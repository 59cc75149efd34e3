using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Assignments;

/// <summary>Tells orders whose items share nothing but the room of pools and the fees of providers.</summary>
internal static class AssignmentOrders
{
    /// <summary>Most ways that are looked at together.</summary>
    private const int WaysMax = 20_000;

    /// <summary>Most classes of a pool, and units free of one that may bind, so that sums of gains times amounts stay within 128 bits.</summary>
    private const int RowsMax = 8;

    private const long RoomMax = 1L << 40;

    /// <summary>Whether an order is one, with so few ways that a linear relaxation of it takes a part of a second.</summary>
    public static bool Accept(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs) =>
        problem.Source.Order.Relations.Count == 0
        && problem.Source.Order.Items.All(static item => item.Spread.Count == 0 && item.Survive.Count == 0)
        && IsFree(problem.Source.Order.Policy)
        && IsNothing(problem.Source.Side)
        && (weights.Price == 0 || !HasEgress(problem))
        && costs.Sum(static item => item.Active.Length) <= WaysMax;

    /// <summary>Whether the numbers of a model are small enough for its bounds.</summary>
    public static bool IsNarrow(AssignmentModel model) => model.Rows.All(static rows => rows.Length <= RowsMax && rows.All(static row => row.Room <= RoomMax));

    private static bool IsFree(OrderPolicy policy) => policy is { MinProviders: null, MaxProviders: null, MaxProviderShareMillionths: null, BudgetMicros: null };

    private static bool IsNothing(SideConditions side) => side is { Excluded.Count: 0, Forced: null, Ceilings.Count: 0 };

    /// <summary>Egress is rounded over the whole order, and free to some volume: neither is a cost of single replicas.</summary>
    private static bool HasEgress(ScreenedProblem problem) =>
        problem.Items.Any(static item => item.UserTrafficMiB > 0) && problem.Egress.Any(static charge => charge is not null);
}
