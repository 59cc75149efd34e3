namespace Fulcrum.Grains.Journaling;

/// <summary>Descriptive columns of a head row, derived from the committed state.</summary>
public sealed record HeadFields
{
    /// <summary>Kind of the stream: <c>market</c>, <c>provider</c>, <c>pool</c>, <c>order</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Tenant that owns it; empty for what belongs to the market.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>Consumer of an order, provider of a pool.</summary>
    public string Owner { get; init; } = "";

    /// <summary>State for lists: of an order, a provider, a pool.</summary>
    public string State { get; init; } = "";

    /// <summary>When somebody must look at it again; null when nobody must.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>What lists and indexes need without activating the stream, as UTF-8 JSON; null leaves what the row has.</summary>
    public ReadOnlyMemory<byte>? Summary { get; init; }

    /// <summary>The part of the summary that changes with nearly every event, as UTF-8 JSON; null when the kind has none.</summary>
    public ReadOnlyMemory<byte>? Figures { get; init; }
}
