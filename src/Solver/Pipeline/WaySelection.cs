using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Some ways of each item of a problem.</summary>
/// <param name="ByItem">Ways by item, ascending.</param>
internal sealed record WaySelection(int[][] ByItem)
{
    /// <summary>How many there are.</summary>
    public int Count => ByItem.Sum(static ways => ways.Length);

    /// <summary>All ways of a problem.</summary>
    public static WaySelection All(ScreenedProblem problem) => new([.. problem.Items.Select(static item => Enumerable.Range(0, item.Ways.Count).ToArray())]);

    /// <summary>The ways that are still active.</summary>
    public static WaySelection Active(IEnumerable<ItemCosts> costs) => new([.. costs.Select(static item => item.Active.ToArray())]);

    /// <summary>Costs of the ways selected, to be disposed of.</summary>
    public ItemCosts[] Costs(ScreenedProblem problem, Weights weights) => [.. problem.Items.Select((item, number) =>
    {
        ItemCosts costs = new(problem, item, weights);
        if (ByItem[number].Length < item.Ways.Count) costs.Keep(way => Array.BinarySearch(ByItem[number], way) >= 0);
        return costs;
    })];
}
