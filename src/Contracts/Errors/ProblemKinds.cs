using System.Collections.Frozen;

namespace Fulcrum.Contracts.Errors;

/// <summary>The one place that maps codes to HTTP statuses. See <c>docs/errors.md</c>.</summary>
public static class ProblemKinds
{
    private static readonly FrozenDictionary<string, ProblemKind> ByCode = new ProblemKind[]
    {
        new(ErrorCodes.RequestInvalid, 400, "The request is invalid"),
        new(ErrorCodes.RequestTooLarge, 413, "The body is too large"),
        new(ErrorCodes.RequestMediaType, 415, "The media type is not supported"),
        new(ErrorCodes.NotFound, 404, "Not found"),
        new(ErrorCodes.NoSuchRoute, 404, "There is no such path"),
        new(ErrorCodes.PreconditionRequired, 428, "A precondition is required"),
        new(ErrorCodes.PreconditionFailed, 412, "The resource has moved on"),
        new(ErrorCodes.Overloaded, 429, "Too many requests"),
        new(ErrorCodes.Infeasible, 409, "No plan exists"),
        new(ErrorCodes.CapacityConflict, 503, "Capacity went to others"),
        new(ErrorCodes.GenerationConflict, 409, "The pool has moved on"),
        new(ErrorCodes.TimeLimit, 503, "Time ran out with no plan"),
        new(ErrorCodes.HoldExpired, 409, "The hold has ended"),
        new(ErrorCodes.PolicyUnsatisfied, 409, "Facts that the plan relied on no longer hold"),
        new(ErrorCodes.QuoteStale, 409, "The quote can no longer be had"),
        new(ErrorCodes.IdempotencyMismatch, 422, "The idempotency key was used with another request"),
        new(ErrorCodes.StateConflict, 409, "The state of the order does not allow this"),
        new(ErrorCodes.InUse, 409, "It is in use"),
        new(ErrorCodes.DeadlineExceeded, 503, "The deadline had passed"),
        new(ErrorCodes.Unavailable, 503, "The outcome is unknown"),
        new(ErrorCodes.Internal, 500, "A fault of the engine"),
        new(ErrorCodes.FeedCursorExpired, 410, "The feed no longer reaches back to the cursor"),
    }.ToFrozenDictionary(static kind => kind.Code, StringComparer.Ordinal);

    /// <summary>All kinds.</summary>
    public static IEnumerable<ProblemKind> All => ByCode.Values;

    /// <summary>The kind of a code; that of <see cref="ErrorCodes.Internal"/> for a code that is not known.</summary>
    public static ProblemKind Of(string code) => ByCode.TryGetValue(code, out ProblemKind? kind) ? kind : ByCode[ErrorCodes.Internal];
}
