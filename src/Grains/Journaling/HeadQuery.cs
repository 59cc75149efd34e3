namespace Fulcrum.Grains.Journaling;

/// <summary>Which head rows to read.</summary>
public sealed record HeadQuery
{
    /// <summary>Most rows per page.</summary>
    public const int LimitMax = 10_000;

    /// <summary>Kind of stream.</summary>
    public required string Kind { get; init; }

    /// <summary>Only this tenant's; null is any.</summary>
    public string? Tenant { get; init; }

    /// <summary>Only this owner's; null is any.</summary>
    public string? Owner { get; init; }

    /// <summary>Only this state; null is any.</summary>
    public string? State { get; init; }

    /// <summary>Only streams whose bucket modulo <see cref="Partitions"/> is this; null is any.</summary>
    public int? Partition { get; init; }

    /// <summary>Number of partitions that <see cref="Partition"/> counts in.</summary>
    public int Partitions { get; init; } = 1;

    /// <summary>Rows after this stream name; null is from the beginning.</summary>
    public string? After { get; init; }

    /// <summary>Descending order of stream name.</summary>
    public bool Descending { get; init; }

    /// <summary>Rows wanted, 1 … <see cref="LimitMax"/>.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Whether to count all rows that match.</summary>
    public bool Count { get; init; }
}
