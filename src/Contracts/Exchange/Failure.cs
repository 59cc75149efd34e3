using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Contracts.Exchange;

/// <summary>Why something was not done.</summary>
[GenerateSerializer, Immutable, Alias("exchange.failure")]
public sealed record Failure
{
    /// <summary>Code of <see cref="ErrorCodes"/>.</summary>
    [Id(0)] public required string Code { get; init; }

    /// <summary>In words: what, where, what to do.</summary>
    [Id(1)] public required string Detail { get; init; }

    /// <summary>Every fault of the request, with its path.</summary>
    [Id(2)] public ImmutableArray<RequestFault> Faults { get; init; } = [];

    /// <summary>When it is worth trying again.</summary>
    [Id(3)] public int? RetryAfterSeconds { get; init; }

    /// <summary>For an infeasible order: funnel and reasons.</summary>
    [Id(4)] public DecisionDocument? Decision { get; init; }

    /// <summary>The order as it is, when that helps.</summary>
    [Id(5)] public OrderView? Order { get; init; }

    /// <summary>For a cursor that has expired: the first one after which the feed is complete.</summary>
    [Id(6)] public string? Cursor { get; init; }
}
