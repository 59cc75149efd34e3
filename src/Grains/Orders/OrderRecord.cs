using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Orders;

namespace Fulcrum.Grains.Orders;

/// <summary>An order as its events tell it. Changed by events only.</summary>
internal sealed class OrderRecord
{
    /// <summary>Version; grows with every event.</summary>
    public long Version { get; set; }

    /// <summary>State; null while nothing is recorded but attempts that came to nothing.</summary>
    public OrderState? State { get; set; }

    public OrderDocument? Request { get; set; }

    /// <summary>Hash of the request that placed or quoted it.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Hash of the request that ordered the quote.</summary>
    public string? QuoteFingerprint { get; set; }

    /// <summary>Whether it was a quote first.</summary>
    public bool WasQuoted { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? ValidUntil { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The plan with its holds, or the proof that there is none; without its evidence, which is large and only ever read from the events.</summary>
    public RecordedPlan? Plan { get; set; }

    /// <summary>The attempt that held.</summary>
    public Guid? Attempt { get; set; }

    public DateTimeOffset HoldDeadline { get; set; }

    public string? Code { get; set; }

    public string? Detail { get; set; }

    /// <summary>Attempts that were voided while nothing was decided.</summary>
    public HashSet<Guid> Voided { get; init; } = [];

    /// <summary>Verdicts that pools have not acknowledged.</summary>
    public List<OwedVerdict> Owed { get; init; } = [];

    /// <summary>When the last verdict was recorded.</summary>
    public DateTimeOffset VerdictAt { get; set; }

    /// <summary>Pools that did not have a claim any more when its confirmation reached them.</summary>
    public HashSet<string> Lost { get; init; } = [];

    /// <summary>Whether an attempt may still be recorded as the one that holds.</summary>
    public bool MayHold => State is null or OrderState.Quoted;

    /// <summary>Whether its holds are allocations.</summary>
    public bool IsConfirmed => State is OrderState.Confirmed or OrderState.Active;

    /// <summary>Pools claimed on.</summary>
    public ImmutableArray<PlannedHold> Holds => Plan?.Holds ?? [];

    /// <summary>The instant at which a hold or a quote ends; null when it is neither.</summary>
    public DateTimeOffset? EndsAt => State switch
    {
        OrderState.Held => Plan!.CompliantUntil < ExpiresAt ? Plan.CompliantUntil : ExpiresAt,
        OrderState.Quoted => ValidUntil,
        _ => null,
    };

    /// <summary>When somebody must look at it again.</summary>
    public DateTimeOffset? NextDue => Owed.Count == 0 ? EndsAt : Earlier(EndsAt, VerdictAt.AddSeconds(OrderLimits.VerdictDueSeconds));

    /// <summary>Forgets a former order of the same id, which retention has deleted since; attempts stay voided.</summary>
    public void Forget()
    {
        (State, Request, Fingerprint, QuoteFingerprint, WasQuoted) = (null, null, null, null, false);
        (ReceivedAt, ValidUntil, ExpiresAt, ConfirmedAt, HoldDeadline, VerdictAt) = (default, null, null, null, default, default);
        (Plan, Attempt, Code, Detail) = (null, null, null, null);
        Owed.Clear();
        Lost.Clear();
    }

    private static DateTimeOffset Earlier(DateTimeOffset? left, DateTimeOffset right) => left is { } known && known < right ? known : right;
}
