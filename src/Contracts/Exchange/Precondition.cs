namespace Fulcrum.Contracts.Exchange;

/// <summary>What must hold of a resource before it is changed.</summary>
[GenerateSerializer, Immutable, Alias("exchange.precondition")]
public sealed record Precondition
{
    /// <summary>It must not exist yet: <c>If-None-Match: *</c>.</summary>
    public static Precondition IsNew { get; } = new() { MustNotExist = true };

    /// <summary>It must exist, in any version: <c>If-Match: *</c>.</summary>
    public static Precondition Exists { get; } = new() { MustExist = true };

    /// <summary>It must be in a version: <c>If-Match</c> with its entity tag.</summary>
    public static Precondition HasVersion(long version) => new() { Version = version };

    /// <summary>Version that must be the current one.</summary>
    [Id(0)] public long? Version { get; init; }

    /// <summary>Whether it must exist, in any version.</summary>
    [Id(1)] public bool MustExist { get; init; }

    /// <summary>Whether it must not exist yet.</summary>
    [Id(2)] public bool MustNotExist { get; init; }
}
