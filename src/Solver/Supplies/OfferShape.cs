namespace Fulcrum.Solver.Supplies;

/// <summary>What one replica consumes, by the numbers of the resource classes; classes in the order in which they are stated.</summary>
/// <param name="classes">Numbers of the classes; −1 for a class that no pool has.</param>
/// <param name="amounts">Amount per class.</param>
/// <param name="stated">The same by name.</param>
internal sealed class OfferShape(int[] classes, long[] amounts, IReadOnlyDictionary<string, long> stated)
{
    /// <summary>The shape of some resources.</summary>
    public static OfferShape Of(Interner<string> classes, IReadOnlyDictionary<string, long> resources) =>
        new([.. resources.Keys.Select(classes.Find)], [.. resources.Values], resources);

    /// <summary>Numbers of the classes; −1 for a class that no pool has.</summary>
    public int[] Classes { get; } = classes;

    /// <summary>Amount per class.</summary>
    public long[] Amounts { get; } = amounts;

    /// <summary>The same by name.</summary>
    public IReadOnlyDictionary<string, long> Stated { get; } = stated;

    /// <summary>Whether this takes no more of any class than another shape.</summary>
    public bool TakesNoMoreThan(OfferShape other)
    {
        for (int i = 0; i < Classes.Length; i++)
        {
            int position = i < other.Classes.Length && other.Classes[i] == Classes[i] ? i : Array.IndexOf(other.Classes, Classes[i]);
            if (Amounts[i] > 0 && (position < 0 || other.Amounts[position] < Amounts[i])) return false;
        }

        return true;
    }
}
