using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>Why something was not done, as RFC 9457 writes it.</summary>
public sealed record ProblemResource
{
    /// <summary>Media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Identifies the kind of problem.</summary>
    public required string Type { get; init; }

    /// <summary>The kind in words.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong in this case, and what to do.</summary>
    public string? Detail { get; init; }

    /// <summary>Path of the request.</summary>
    public string? Instance { get; init; }

    /// <summary>Code of <see cref="ErrorCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Every fault of the request; absent when it has none.</summary>
    public ImmutableArray<RequestFault>? Errors { get; init; }

    /// <summary>When it is worth trying again, as in <c>Retry-After</c>.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>For an infeasible order: what each rule removed, per item.</summary>
    public ImmutableArray<ItemFunnelDocument>? Funnel { get; init; }

    /// <summary>For an infeasible order: rules that cannot hold together.</summary>
    public ImmutableArray<string>? ConflictSet { get; init; }

    /// <summary>For an infeasible order: changes that would make it possible.</summary>
    public ImmutableArray<RelaxationDocument>? Relaxations { get; init; }

    /// <summary>The order as it is, where that helps.</summary>
    public OrderResource? Order { get; init; }

    /// <summary>For a cursor of the feed that has expired: the first one after which the feed is complete.</summary>
    public string? Cursor { get; init; }

    /// <summary>The failure as the outside sees it.</summary>
    public static ProblemResource From(Failure failure)
    {
        ProblemKind kind = ProblemKinds.Of(failure.Code);
        return new ProblemResource
        {
            Type = kind.Type,
            Title = kind.Title,
            Status = kind.Status,
            Detail = failure.Detail,
            Code = kind.Code,
            Errors = failure.Faults.IsDefaultOrEmpty ? null : failure.Faults,
            RetryAfterSeconds = failure.RetryAfterSeconds,
            Funnel = failure.Decision?.Funnel,
            ConflictSet = failure.Decision?.ConflictSet,
            Relaxations = failure.Decision?.Relaxations,
            Order = failure.Order is { } order ? OrderResource.From(order) : null,
            Cursor = failure.Cursor,
        };
    }
}
