namespace Fulcrum.Grains.Orders;

/// <summary>Every hold of the plan is there.</summary>
/// <param name="Attempt">Attempt.</param>
/// <param name="HoldDeadline">Deadline of the holds.</param>
/// <param name="ExpiresAt">When holds end unless confirmed.</param>
/// <param name="Plan">The plan; absent when it is the quote's.</param>
/// <param name="Fingerprint">Hash of the request that ordered a quote.</param>
public sealed record OrderHeld(
    Guid Attempt,
    DateTimeOffset HoldDeadline,
    DateTimeOffset ExpiresAt,
    RecordedPlan? Plan,
    string? Fingerprint) : OrderEvent;
