using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Client;

/// <summary>The engine refused a request or could not be reached. The same over every transport.</summary>
public sealed class PlacementException : Exception
{
    private PlacementException(ProblemResource problem, bool isTransient, bool isOutcomeUnknown, Exception? cause = null)
        : base(problem.Detail ?? problem.Title, cause)
    {
        Code = problem.Code;
        Faults = problem.Errors ?? [];
        RetryAfter = problem.RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        Funnel = problem.Funnel ?? [];
        ConflictSet = problem.ConflictSet ?? [];
        Relaxations = problem.Relaxations ?? [];
        Order = problem.Order;
        Cursor = problem.Cursor;
        IsTransient = isTransient;
        IsOutcomeUnknown = isOutcomeUnknown;
    }

    /// <summary>Stable code, one of <see cref="ErrorCodes"/>; an engine newer than this client may answer with others.</summary>
    public string Code { get; }

    /// <summary>Every fault of the request, with its path.</summary>
    public ImmutableArray<RequestFault> Faults { get; }

    /// <summary>When the engine thinks it worth trying again.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether the same request, sent again later under the same idempotency key, can succeed. The client has already tried.</summary>
    public bool IsTransient { get; }

    /// <summary>
    /// Whether the request may have had its effect all the same. Send it again under the same idempotency key, or read the resource, to learn.
    /// </summary>
    public bool IsOutcomeUnknown { get; internal set; }

    /// <summary>For an infeasible order: what each rule removed, per item.</summary>
    public ImmutableArray<ItemFunnelDocument> Funnel { get; }

    /// <summary>For an infeasible order: rules that cannot hold together.</summary>
    public ImmutableArray<string> ConflictSet { get; }

    /// <summary>For an infeasible order: changes that would make it possible.</summary>
    public ImmutableArray<RelaxationDocument> Relaxations { get; }

    /// <summary>The order as it is, where that helps.</summary>
    public OrderResource? Order { get; }

    /// <summary>For a cursor of the feed that has expired: the first one after which the feed is complete.</summary>
    public string? Cursor { get; }

    /// <summary>A failure as the engine tells it.</summary>
    internal static PlacementException Of(Failure failure) => Of(ProblemResource.From(failure));

    /// <summary>A problem as the engine tells it.</summary>
    internal static PlacementException Of(ProblemResource problem) =>
        new(problem, problem.Status is 429 or 503, problem.Code is ErrorCodes.Unavailable or ErrorCodes.Internal);

    /// <summary>The engine was not reached at all.</summary>
    internal static PlacementException Unreachable(string detail, Exception? cause) => Local(ErrorCodes.Unavailable, detail, isOutcomeUnknown: false, cause);

    /// <summary>The request was or may have been sent, and no answer came.</summary>
    internal static PlacementException NoAnswer(string detail, Exception? cause) => Local(ErrorCodes.Unavailable, detail, isOutcomeUnknown: true, cause);

    /// <summary>The engine takes no more requests at the moment.</summary>
    internal static PlacementException Overloaded(Exception cause) =>
        Local(ErrorCodes.Overloaded, "More requests are waiting than the silo accepts; this one was not taken. Send it again later.", isOutcomeUnknown: false, cause);

    /// <summary>The answer makes no sense, or the engine failed in a way it does not tell.</summary>
    internal static PlacementException Internal(string detail, Exception? cause) => Local(ErrorCodes.Internal, detail, isOutcomeUnknown: true, cause);

    /// <summary>A request refused before it was sent.</summary>
    internal static PlacementException Refused(string code, string detail) => Local(code, detail, isOutcomeUnknown: false, cause: null);

    /// <summary>A request with faults, refused before it was sent.</summary>
    internal static PlacementException Invalid(ImmutableArray<RequestFault> faults) => Of(new Failure
    {
        Code = ErrorCodes.RequestInvalid,
        Detail = faults.Length == 1 ? faults[0].Message : $"The request has {faults.Length} faults; see Faults.",
        Faults = faults,
    });

    private static PlacementException Local(string code, string detail, bool isOutcomeUnknown, Exception? cause) =>
        new(ProblemResource.From(new Failure { Code = code, Detail = detail }), ProblemKinds.Of(code).IsRetryable, isOutcomeUnknown, cause);
}
