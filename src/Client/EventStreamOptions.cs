using System.Collections.Immutable;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Client;

/// <summary>Which part of the event feed to enumerate.</summary>
public sealed record EventStreamOptions
{
    /// <summary>Cursor after which to begin; absent is the beginning of the feed.</summary>
    public string? After { get; init; }

    /// <summary>Only events of these types; empty is all.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Whether to wait for further events at the end of the feed rather than to end there.</summary>
    /// <value>Default true.</value>
    public bool Follow { get; init; } = true;

    /// <summary>Wait between two looks at the end of the feed.</summary>
    /// <value>Default 1 second.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Events read at once.</summary>
    /// <value>Default 200, bounds 1 … <see cref="PageQuery.LimitMax"/>.</value>
    public int PageSize { get; init; } = 200;
}
