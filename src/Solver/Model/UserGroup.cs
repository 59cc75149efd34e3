namespace Fulcrum.Solver.Model;

/// <summary>Users of an item at one location.</summary>
public sealed record UserGroup
{
    /// <summary>Index into <see cref="Market.Locations"/>.</summary>
    public required int Location { get; init; }

    /// <summary>Largest latency from every pool used to the users, in milliseconds, compared exactly; null demands nothing.</summary>
    public decimal? MaxLatencyMs { get; init; }

    /// <summary>Traffic of the whole item to these users, in GiB per month, exact.</summary>
    public decimal EgressGiBMonthly { get; init; }

    /// <summary>What a millisecond of latency of the whole item is worth, in micro-EUR per month.</summary>
    public long ValuePerMsMicros { get; init; }
}
