namespace Fulcrum.Contracts.Exchange;

/// <summary>What must hold of a resource before it is changed.</summary>
[GenerateSerializer, Immutable, Alias("exchange.precondition")]
public sealed record Precondition
{
    /// <summary>Version that must be the current one.</summary>
    [Id(0)] public long? Version { get; init; }

    /// <summary>Whether it must exist, in any version.</summary>
    [Id(1)] public bool MustExist { get; init; }

    /// <summary>Whether it must not exist yet.</summary>
    [Id(2)] public bool MustNotExist { get; init; }
}
