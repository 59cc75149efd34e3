using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Verification;

/// <summary>The snapshot of a stream, compared with its events; where retention has deleted the first of them, what the others are replayed from.</summary>
/// <typeparam name="TState">State of the stream.</typeparam>
/// <typeparam name="TEvent">Base type of its events.</typeparam>
/// <param name="stream">The stream.</param>
/// <param name="rules">How its state follows from events.</param>
/// <param name="normal">Puts a snapshot in the form in which equal states are equal.</param>
/// <param name="notes">Where violations are noted.</param>
internal sealed class SnapshotVerification<TState, TEvent>(string stream, IStreamRules<TState, TEvent> rules, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> normal, VerificationNotes notes)
    where TState : class
    where TEvent : class
{
    private StoredSnapshot? _snapshot;
    private long _cut;

    /// <summary>Version of the snapshot; null when there is none.</summary>
    public long? Version => _snapshot?.Version;

    /// <summary>Reads what there is. What was deleted is read first: a snapshot beyond it was stored before.</summary>
    public async Task LoadAsync(IVerifiedStore store, CancellationToken cancellationToken)
    {
        _cut = await store.FindCutAsync(stream, cancellationToken);
        if (rules.SnapshotType is not { } type) return;
        try
        {
            StoredSnapshot? snapshot = await store.FindSnapshotAsync(stream, cancellationToken);
            _snapshot = snapshot?.Type == type ? snapshot : null;
        }
        catch (FormatException exception)
        {
            Wrong(exception.Message);
        }
    }

    /// <summary>Notes a snapshot of a version that the stream does not have.</summary>
    public void MustNotExceed(long version)
    {
        if (_snapshot?.Version > version) Wrong($"It is of version {_snapshot.Version}, the stream has {version} events.");
    }

    /// <summary>Where the replay begins; null when events were deleted and no snapshot stands for them.</summary>
    public ReplayStart<TState>? Start()
    {
        if (_cut == 0) return new ReplayStart<TState>(rules.Create(), 0, 0);
        if (rules.SnapshotType is null) return new ReplayStart<TState>(rules.CreateAfter(_cut), _cut, _cut);
        if (_snapshot is null || _snapshot.Version <= _cut)
        {
            Wrong($"Retention has deleted the events up to {_cut}, and no snapshot that can be read stands for them.");
            return null;
        }

        try
        {
            ReplayStart<TState> start = new(rules.Thaw(_snapshot.Payload), _snapshot.Version, _cut);
            notes.FromSnapshots++;
            return start;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            Wrong($"It cannot be read: {exception.Message}");
            return null;
        }
    }

    /// <summary>Compares the snapshot with the state at its version.</summary>
    public void Compare(long version, TState state)
    {
        if (_snapshot?.Version != version) return;
        notes.Count(VerificationCheck.Snapshots);
        try
        {
            if (JsonDifference.First("state", normal(_snapshot.Payload), normal(rules.Freeze(state))) is { } difference) Wrong($"Of version {version}: {difference}.");
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            Wrong($"It cannot be read: {exception.Message}");
        }
    }

    private static bool IsUnreadable(Exception exception) => exception is System.Text.Json.JsonException or InvalidOperationException or ArgumentException or FormatException;

    private void Wrong(string what) => notes.Violation(VerificationCheck.Snapshots, $"{stream} grain_state", what, _cut > 0 ? Remedies.OnlySnapshot : null);
}
