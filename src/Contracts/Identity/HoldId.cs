namespace Fulcrum.Contracts.Identity;

/// <summary>Identifies a claim: one order, one attempt, one pool.</summary>
/// <param name="Order">The order that claims.</param>
/// <param name="Attempt">The attempt of the order.</param>
/// <param name="Pool">The pool claimed on.</param>
[GenerateSerializer, Immutable, Alias("hold-id")]
public readonly record struct HoldId([property: Id(0)] OrderId Order, [property: Id(1)] AttemptId Attempt, [property: Id(2)] ResourcePoolId Pool);
