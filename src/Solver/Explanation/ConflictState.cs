namespace Fulcrum.Solver.Explanation;

/// <summary>A part of an order: some demands and some items.</summary>
/// <param name="Kept">Positions of the demands kept; the others are dropped.</param>
/// <param name="Items">Items kept, by index, ascending.</param>
/// <param name="DropsAmounts">Whether amounts that are not kept are dropped too; else they stay as they are.</param>
internal sealed record ConflictState(IReadOnlyList<int> Kept, IReadOnlyList<int> Items, bool DropsAmounts = false)
{
    /// <summary>The same part without some demands.</summary>
    public ConflictState Without(IEnumerable<int> demands) => this with { Kept = [.. Kept.Except(demands)] };

    /// <summary>The same part without some items.</summary>
    public ConflictState WithoutItems(IEnumerable<int> items) => this with { Items = [.. Items.Except(items)] };
}
