using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>Everything that an order asks for, one demand each.</summary>
internal static class DemandCatalog
{
    /// <summary>The demands of a problem's order, in the order of its document.</summary>
    public static IReadOnlyList<Demand> Of(PlacementProblem problem) =>
    [
        .. Enumerable.Range(0, problem.Order.Items.Count).SelectMany(item => new ItemDemands(problem, item).All()),
        .. Enumerable.Range(0, problem.Order.Relations.Count).SelectMany(relation => new RelationDemands(problem, relation).All()),
        .. new GateDemands(problem).All(),
        .. new PolicyDemands(problem).All(),
    ];
}
