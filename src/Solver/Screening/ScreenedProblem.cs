using Fulcrum.Solver.Alternatives;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>A problem after every rule that judges single pools. Rents memory; used by one thread.</summary>
internal sealed class ScreenedProblem : IDisposable
{
    private ScreenedProblem(PlacementProblem source, Supply supply, long seed, IReadOnlyList<ScreenedItem> items)
    {
        (Source, Supply, Seed, Items) = (source, supply, seed, items);
        Relations = [.. source.Order.Relations.Select(relation => new CompiledRelation(source, relation))];
    }

    /// <summary>The problem as given.</summary>
    public PlacementProblem Source { get; }

    /// <summary>Its pools as columns.</summary>
    public Supply Supply { get; }

    /// <summary>Seed that breaks ties.</summary>
    public long Seed { get; }

    /// <summary>Items, in the order of the order.</summary>
    public IReadOnlyList<ScreenedItem> Items { get; }

    /// <summary>Relations, in the order of the order.</summary>
    public IReadOnlyList<CompiledRelation> Relations { get; }

    /// <summary>What each provider charges for egress, by provider; null is free.</summary>
    public IReadOnlyList<EgressCharge?> Egress => Supply.Egress;

    /// <summary>Screens every item of a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="seed">Breaks ties; null derives it from the order's id.</param>
    /// <param name="isPruned">Whether ways are left out that a cheaper one of the same pool can stand in for.</param>
    public static ScreenedProblem Of(PlacementProblem problem, long? seed, bool isPruned)
    {
        Supply supply = Supply.Of(problem);
        OrderScreening order = new(problem, supply, isPruned);
        return new ScreenedProblem(
            problem, supply, seed ?? StableHash.SeedOf(problem.Order.Id), [.. Enumerable.Range(0, problem.Order.Items.Count).Select(item => ItemScreening.Run(order, item))]);
    }

    /// <summary>The same ways for another objective and under other conditions. It shares them: only the problem that was screened is disposed of.</summary>
    public ScreenedProblem With(Objective objective, SideConditions side) =>
        new(Source with { Order = Source.Order with { Objective = objective }, Side = side }, Supply, Seed, Items);

    /// <summary>The place of a pool among equals: a hash of (seed, pool id), so that neither names nor positions favour anybody.</summary>
    public ulong RankOf(int pool) => StableHash.Of(Seed, Supply.IdHashOf[pool]);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (ScreenedItem item in Items) item.Dispose();
    }
}
