using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Explanation;

/// <summary>What happens when an item must use a provider.</summary>
/// <param name="Result">The answer with the item forced there.</param>
/// <param name="Conflict">When there is no plan: demands that cannot hold together with it.</param>
/// <param name="Effects">What each rule does to the provider's pools for the item.</param>
public sealed record WhyNotAnswer(PlacementResult Result, ConflictSet? Conflict, IReadOnlyList<RuleEffect> Effects);
