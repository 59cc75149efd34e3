namespace Fulcrum.Solver.Results;

/// <summary>The value of a plan, per term and per item. All money is micro-EUR per month.</summary>
public sealed record ScoreBreakdown
{
    /// <summary>Sum of replica prices.</summary>
    public required long ResourcesMicros { get; init; }

    /// <summary>Fees of the providers used.</summary>
    public required long FeesMicros { get; init; }

    /// <summary>Egress of the providers used.</summary>
    public required long EgressMicros { get; init; }

    /// <summary>The locality term.</summary>
    public required long LocalityMicros { get; init; }

    /// <summary>The sovereignty term.</summary>
    public required long SovereigntyMicros { get; init; }

    /// <summary>The contributions that belong to one item, in the order of the order's items.</summary>
    public required IReadOnlyList<ItemScore> Items { get; init; }

    /// <summary>The price term.</summary>
    public long PriceMicros => checked(ResourcesMicros + FeesMicros + EgressMicros);

    /// <summary>Value of a term.</summary>
    public long Term(Model.ObjectiveTerm term) => term switch
    {
        Model.ObjectiveTerm.Price => PriceMicros,
        Model.ObjectiveTerm.Locality => LocalityMicros,
        _ => SovereigntyMicros,
    };
}
