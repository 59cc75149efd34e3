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
}
