namespace Fulcrum.Contracts.Identity;

/// <summary>On whose behalf a request is made.</summary>
/// <param name="Tenant">Scopes orders, idempotency keys, lists and events.</param>
/// <param name="Role">What the caller may do.</param>
[GenerateSerializer, Immutable, Alias("caller")]
public sealed record Caller([property: Id(0)] string Tenant, [property: Id(1)] CallerRole Role)
{
    /// <summary>The engine itself, when it acts on what was recorded before.</summary>
    public static Caller Engine { get; } = new("", CallerRole.Admin);

    /// <summary>Stands in until callers are authenticated; accepted on loopback only.</summary>
    public static Caller Development { get; } = new("development", CallerRole.Admin);
}
