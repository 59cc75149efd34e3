using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Pools;

namespace Fulcrum.Grains.Verification;

/// <summary>Judges every event of a pool by the state before it: nothing was sold that was not there, or against what the pool knew.</summary>
internal sealed class LedgerAudit(VerificationNotes notes)
{
    /// <summary>Notes what should not have been recorded.</summary>
    public void Judge(string stream, PoolState state, PoolEvent change, StoredEvent stored)
    {
        if (Fault(state, change, stored.At) is not { } fault) return;
        notes.Violation(VerificationCheck.Ledgers, $"{stream} event {stored.Version} ({stored.Type})", fault);
    }

    /// <summary>Adds up the claims once more and compares with the running totals.</summary>
    public void Totals(string stream, PoolState state)
    {
        Compare(stream, "held", state.Held, state.Claims.Values.Where(static claim => claim is HeldClaim));
        Compare(stream, "allocated", state.Allocated, state.Claims.Values.Where(static claim => claim is not HeldClaim));
    }

    private void Compare(string stream, string name, SortedMap<long> total, IEnumerable<Claim> claims)
    {
        Dictionary<string, long> sum = new(StringComparer.Ordinal);
        foreach ((string resourceClass, long amount) in claims.SelectMany(static claim => claim.Amounts)) sum[resourceClass] = sum.GetValueOrDefault(resourceClass) + amount;
        if (!sum.ToSortedMap().Equals(total)) notes.Violation(VerificationCheck.Ledgers, stream, $"Claims add up to {Amounts.InWords(sum.ToSortedMap())} {name}, the total is {Amounts.InWords(total)}.");
    }

    private static string? Fault(PoolState state, PoolEvent change, DateTimeOffset at) => change switch
    {
        PoolHeld held => Fault(state, held, at),
        PoolConfirmed confirmed => state.Claims.GetValueOrDefault(confirmed.Attempt) is HeldClaim ? null : $"There is no hold of attempt {confirmed.Attempt} to confirm.",
        PoolPostponed postponed => state.Claims.GetValueOrDefault(postponed.Attempt) is HeldClaim ? null : $"There is no hold of attempt {postponed.Attempt} to ask about.",
        PoolDeferred deferred => deferred.Probes.FirstOrDefault(probe => state.Claims.GetValueOrDefault(probe.Attempt) is not HeldClaim) is { } missing ? $"There is no hold of attempt {missing.Attempt} to defer." : null,
        PoolChecked judged => state.Claims.GetValueOrDefault(judged.Attempt) is not (null or HeldClaim) ? null : $"There is no allocation of attempt {judged.Attempt} to check.",
        PoolReleased released => state.Claims.GetValueOrDefault(released.Attempt) is { } claim && claim.Order != released.Order ? $"The claim is of {claim.Order}, not of {released.Order}." : null,
        PoolRetired => state.Claims.Count > 0 ? $"It was retired with {state.Claims.Count} claims." : null,
        _ => null,
    };

    private static string? Fault(PoolState state, PoolHeld held, DateTimeOffset at)
    {
        if (state.Claims.ContainsKey(held.Attempt)) return $"Attempt {held.Attempt} has a claim already.";
        if (state.Tombstones.Contains(held.Attempt)) return $"Attempt {held.Attempt} was released before.";
        if (!state.Active) return "The pool was not selling.";
        if (held.ConfigVersion != state.ConfigVersion) return $"It was planned on configuration {held.ConfigVersion}, the pool had {state.ConfigVersion}.";
        return at > held.Deadline ? $"Its deadline {held.Deadline:O} had passed." : Oversold(state, held.Amounts);
    }

    private static string? Oversold(PoolState state, SortedMap<long> amounts)
    {
        if (amounts.Count == 0) return "It claims nothing.";
        foreach ((string resourceClass, long amount) in amounts)
        {
            long free = state.Sellable.Of(resourceClass) - state.Claimed(resourceClass);
            if (amount <= 0 || amount > free) return $"Oversold: {amount} of '{resourceClass}' claimed, {free} free.";
        }

        return null;
    }
}
