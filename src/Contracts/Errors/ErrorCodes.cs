namespace Fulcrum.Contracts.Errors;

/// <summary>Stable codes of everything that can be answered instead of success. Append only; the texts never change.</summary>
public static class ErrorCodes
{
    /// <summary>The request breaks a rule of its form.</summary>
    public const string RequestInvalid = "request.invalid";

    /// <summary>The body is larger than accepted.</summary>
    public const string RequestTooLarge = "request.too_large";

    /// <summary>The media type is not JSON.</summary>
    public const string RequestMediaType = "request.media_type";

    /// <summary>Nothing is known under that id.</summary>
    public const string NotFound = "request.not_found";

    /// <summary>The method or path does not exist.</summary>
    public const string NoSuchRoute = "request.no_such_route";

    /// <summary>A change came without <c>If-Match</c> or <c>If-None-Match</c>.</summary>
    public const string PreconditionRequired = "request.precondition_required";

    /// <summary>The resource has moved on since the version given.</summary>
    public const string PreconditionFailed = "request.precondition_failed";

    /// <summary>More requests are waiting than the silo accepts.</summary>
    public const string Overloaded = "request.overloaded";

    /// <summary>No plan exists; proved.</summary>
    public const string Infeasible = "placement.infeasible";

    /// <summary>Capacity went to others in every cycle; try again.</summary>
    public const string CapacityConflict = "placement.capacity_conflict";

    /// <summary>A pool has moved on since the version given.</summary>
    public const string GenerationConflict = "placement.generation_conflict";

    /// <summary>Time ran out with no plan; try again or allow more time.</summary>
    public const string TimeLimit = "placement.time_limit";

    /// <summary>The hold ended before it was confirmed.</summary>
    public const string HoldExpired = "placement.hold_expired";

    /// <summary>Facts that the plan relied on no longer hold.</summary>
    public const string PolicyUnsatisfied = "placement.policy_unsatisfied";

    /// <summary>The quote's plan can no longer be had at its price.</summary>
    public const string QuoteStale = "placement.quote_stale";

    /// <summary>The key was used with another request.</summary>
    public const string IdempotencyMismatch = "placement.idempotency_mismatch";

    /// <summary>The order is in a state that does not allow this.</summary>
    public const string StateConflict = "placement.state_conflict";

    /// <summary>Something still runs or refers to it.</summary>
    public const string InUse = "placement.in_use";

    /// <summary>The deadline of the command had passed when it was decided.</summary>
    public const string DeadlineExceeded = "placement.deadline_exceeded";

    /// <summary>The store could not be reached: done whole or not at all; a retry with the same key tells which.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>A fault of ours.</summary>
    public const string Internal = "internal";

    /// <summary>Events after the cursor were deleted: the feed cannot go on from it without a gap.</summary>
    public const string FeedCursorExpired = "feed.cursor_expired";
}
