using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Pools;

/// <summary>A claim as it is written into a snapshot; the members from <c>PlannedVersion</c> to <c>ProbeAt</c> belong to holds.</summary>
internal sealed record ClaimSnapshot(
    Guid Attempt,
    string Order,
    SortedMap<long> Amounts,
    long ConfigVersion,
    long? PlannedVersion,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? Deadline,
    DateTimeOffset? ProbeAt,
    bool Drifted)
{
    public static ClaimSnapshot Of(Guid attempt, Claim claim)
    {
        HeldClaim? hold = claim as HeldClaim;
        return new ClaimSnapshot(
            attempt, claim.Order, claim.Amounts, claim.ConfigVersion, hold?.PlannedVersion, hold?.ExpiresAt, hold?.Deadline, hold?.ProbeAt, claim.Drifted);
    }

    public void AddTo(PoolState state)
    {
        SortedMap<long> amounts = state.Share(Amounts);
        if (ProbeAt is null)
        {
            state.AddAllocation(Attempt, new Claim(Order, amounts, ConfigVersion) { Drifted = Drifted });
            return;
        }

        state.AddHold(Attempt, new HeldClaim(Order, amounts, ConfigVersion)
        {
            PlannedVersion = PlannedVersion!.Value,
            ExpiresAt = ExpiresAt!.Value,
            Deadline = Deadline!.Value,
            ProbeAt = ProbeAt.Value,
        });
    }
}
