namespace Fulcrum.Solver.Explanation;

/// <summary>Changes of one demand from the smallest to the largest.</summary>
internal abstract class ChangeList
{
    /// <summary>No change but dropping the demand.</summary>
    public static ChangeList None { get; } = new ListedChanges([]);

    /// <summary>The smallest change that suffices, and whether it is proved that no smaller one does; null when none was found.</summary>
    /// <param name="suffices">Whether a change suffices.</param>
    public abstract (Change? Change, bool IsSmallest) Smallest(Func<Change, Feasibility> suffices);
}
