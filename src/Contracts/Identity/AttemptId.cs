namespace Fulcrum.Contracts.Identity;

/// <summary>Identifies one attempt of an order to hold a plan; random, never used twice.</summary>
/// <param name="Value">The random value.</param>
[GenerateSerializer, Immutable, Alias("attempt-id")]
public readonly record struct AttemptId([property: Id(0)] Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
