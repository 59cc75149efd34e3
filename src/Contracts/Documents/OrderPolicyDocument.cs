using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>Rules and preferences over a whole order.</summary>
[GenerateSerializer, Immutable, Alias("doc.policy")]
public sealed record OrderPolicyDocument
{
    /// <summary>A policy that demands nothing.</summary>
    public static OrderPolicyDocument None { get; } = new();

    /// <summary>Gate that every pool used must pass.</summary>
    [Id(0)] public SovereigntyPolicyDocument? Sovereignty { get; init; }

    /// <summary>Wishes with a value.</summary>
    [Id(1)] public ImmutableArray<PreferenceDocument> Preferences { get; init; } = [];

    /// <summary>Most providers used.</summary>
    [Id(2)] public int? MaxProviders { get; init; }

    /// <summary>Least number of providers used.</summary>
    [Id(3)] public int? MinProviders { get; init; }

    /// <summary>Most of the sum of replica prices at one provider, 0 … 1.</summary>
    [Id(4)] public decimal? MaxProviderShare { get; init; }

    /// <summary>Most the price term may be, EUR per month.</summary>
    [Id(5)] public decimal? BudgetMonthly { get; init; }
}
