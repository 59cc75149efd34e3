namespace Fulcrum.Solver.Model;

/// <summary>Allow and deny lists of an item; an empty list demands nothing.</summary>
public sealed record PlacementRule
{
    /// <summary>Countries the pool's location must be in.</summary>
    public IReadOnlyList<string> AllowedCountries { get; init; } = [];

    /// <summary>Countries the pool's location must not be in.</summary>
    public IReadOnlyList<string> DeniedCountries { get; init; } = [];

    /// <summary>Providers the pool must belong to.</summary>
    public IReadOnlyList<string> AllowedProviders { get; init; } = [];

    /// <summary>Providers the pool must not belong to.</summary>
    public IReadOnlyList<string> DeniedProviders { get; init; } = [];

    /// <summary>Locations the pool must be at.</summary>
    public IReadOnlyList<string> AllowedLocations { get; init; } = [];

    /// <summary>Locations the pool must not be at.</summary>
    public IReadOnlyList<string> DeniedLocations { get; init; } = [];

    /// <summary>The only pool allowed, if any.</summary>
    public string? PinnedPoolId { get; init; }
}
