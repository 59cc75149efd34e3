namespace Fulcrum.Solver.Model;

/// <summary>What is minimised.</summary>
public sealed record Objective
{
    /// <summary>Weighted, each weight 1.</summary>
    public static Objective Default { get; } = new();

    /// <summary>How terms are combined.</summary>
    public ObjectiveMode Mode { get; init; } = ObjectiveMode.Weighted;

    /// <summary>Weight of the price term in thousandths.</summary>
    public int PriceWeightThousandths { get; init; } = 1000;

    /// <summary>Weight of the locality term in thousandths.</summary>
    public int LocalityWeightThousandths { get; init; } = 1000;

    /// <summary>Weight of the sovereignty term in thousandths.</summary>
    public int SovereigntyWeightThousandths { get; init; } = 1000;

    /// <summary>Terms in strict order, each at most once; for <see cref="ObjectiveMode.Lexicographic"/>.</summary>
    public IReadOnlyList<LexicographicTerm> Order { get; init; } = [];

    /// <summary>Weight of a term in thousandths.</summary>
    public int WeightThousandths(ObjectiveTerm term) => term switch
    {
        ObjectiveTerm.Price => PriceWeightThousandths,
        ObjectiveTerm.Locality => LocalityWeightThousandths,
        _ => SovereigntyWeightThousandths,
    };
}
