using System.Collections.Immutable;
using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Pools;

/// <summary>A page of claims, ordered by attempt.</summary>
[GenerateSerializer, Immutable, Alias("pools.claim-page")]
public sealed record ClaimPage
{
    /// <summary>Claims.</summary>
    [Id(0)] public ImmutableArray<ClaimView> Items { get; init; } = [];

    /// <summary>Value of <see cref="ListClaims.After"/> for the next page; absent when this is the last.</summary>
    [Id(1)] public AttemptId? Next { get; init; }

    /// <summary>Claims in all.</summary>
    [Id(2)] public long Total { get; init; }
}
