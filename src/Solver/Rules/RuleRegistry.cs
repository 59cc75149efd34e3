using Fulcrum.Solver.Alternatives;

namespace Fulcrum.Solver.Rules;

/// <summary>Every hard rule, in the order in which they are applied and explained.</summary>
internal static class RuleRegistry
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<HardRule> Rules { get; } =
    [
        new StatusRule(),
        new TraitsRule(),
        new AllowAndDenyRule(),
        new SovereigntyRule(),
        new UserLatencyRule(),
        new CandidateRule(),
        new CapacityRule(),
        new RelationLatencyRule(),
        new AffinityRule(),
        new AntiAffinityRule(),
        new SpreadOverDomainsRule(),
        new SurviveLossRule(),
        new ProviderCountRule(),
        new ProviderShareRule(),
        new BudgetRule(),
        new AlternativeRule(),
        new ForcedProviderRule(),
        new TermCeilingRule(),
    ];

    /// <summary>Those that judge single pools.</summary>
    public static IReadOnlyList<HardRule> Screens { get; } = [.. Rules.Where(static rule => rule.IsScreen)];
}
