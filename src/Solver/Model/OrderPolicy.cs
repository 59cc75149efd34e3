namespace Fulcrum.Solver.Model;

/// <summary>Rules and preferences over a whole order.</summary>
public sealed record OrderPolicy
{
    /// <summary>Gate that every pool used must pass; null demands nothing.</summary>
    public SovereigntyPolicy? Sovereignty { get; init; }

    /// <summary>Levels wished for beyond the gate, with what they are worth.</summary>
    public IReadOnlyList<SovereigntyPreference> Preferences { get; init; } = [];

    /// <summary>Least number of providers used; null demands nothing.</summary>
    public int? MinProviders { get; init; }

    /// <summary>Most providers used; null demands nothing.</summary>
    public int? MaxProviders { get; init; }

    /// <summary>Most of the sum of replica prices at any one provider, in parts per million; null demands nothing.</summary>
    public int? MaxProviderShareMillionths { get; init; }

    /// <summary>Most the price term may be, in micro-EUR per month; null demands nothing.</summary>
    public long? BudgetMicros { get; init; }
}
