using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Identity;

namespace Fulcrum.Contracts.Orders;

/// <summary>An order as the outside sees it. From committed state only.</summary>
[GenerateSerializer, Immutable, Alias("orders.view")]
public sealed record OrderView
{
    /// <summary>Identifier.</summary>
    [Id(0)] public required OrderId Id { get; init; }

    /// <summary>State.</summary>
    [Id(1)] public required OrderState State { get; init; }

    /// <summary>Version; grows with every change.</summary>
    [Id(2)] public required long Version { get; init; }

    /// <summary>What was asked for.</summary>
    [Id(3)] public required OrderDocument Request { get; init; }

    /// <summary>What was decided.</summary>
    [Id(4)] public DecisionDocument? Decision { get; init; }

    /// <summary>Claims of the plan.</summary>
    [Id(5)] public ImmutableArray<HoldView> Holds { get; init; } = [];

    /// <summary>When it was received.</summary>
    [Id(6)] public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When holds end unless confirmed.</summary>
    [Id(7)] public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Until when a quote can be ordered.</summary>
    [Id(8)] public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When the plan was made.</summary>
    [Id(9)] public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Earliest end of validity among the facts the gate used.</summary>
    [Id(10)] public DateTimeOffset? CompliantUntil { get; init; }

    /// <summary>When it was confirmed.</summary>
    [Id(11)] public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Why it was rejected, failed or expired: code of <see cref="Errors.ErrorCodes"/>.</summary>
    [Id(12)] public string? Code { get; init; }

    /// <summary>In words.</summary>
    [Id(13)] public string? Detail { get; init; }
}
