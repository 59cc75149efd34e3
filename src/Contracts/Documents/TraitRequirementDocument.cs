using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>Traits asked of a pool.</summary>
[GenerateSerializer, Immutable, Alias("doc.traits")]
public sealed record TraitRequirementDocument
{
    /// <summary>The pool has all of these.</summary>
    [Id(0)] public ImmutableArray<string> Required { get; init; } = [];

    /// <summary>The pool has none of these.</summary>
    [Id(1)] public ImmutableArray<string> Forbidden { get; init; } = [];

    /// <summary>The pool has at least one of each list.</summary>
    [Id(2)] public ImmutableArray<ImmutableArray<string>> AnyOf { get; init; } = [];
}
