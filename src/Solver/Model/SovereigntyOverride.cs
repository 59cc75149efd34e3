namespace Fulcrum.Solver.Model;

/// <summary>What a pool states differently from its provider: members that are set replace, members that are withdrawn become missing facts.</summary>
/// <param name="Facts">Replacing facts; null members say nothing.</param>
/// <param name="Withdrawn">Facts that hold for the provider but not for this pool.</param>
public sealed record SovereigntyOverride(SovereigntyFacts Facts, FactKinds Withdrawn);
