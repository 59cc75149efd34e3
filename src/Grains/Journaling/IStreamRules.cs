namespace Fulcrum.Grains.Journaling;

/// <summary>How the state of one kind of stream follows from its events. Pure: no clock, no randomness, no input but events.</summary>
/// <typeparam name="TState">State; changed in place, and owned by the journal.</typeparam>
/// <typeparam name="TEvent">Base type of the events.</typeparam>
public interface IStreamRules<TState, TEvent>
    where TState : class
    where TEvent : class
{
    /// <summary>Stable alias of the snapshot's format with its version; null for a kind whose streams stay short, of which no snapshots are taken.</summary>
    string? SnapshotType => null;

    /// <summary>The state of a stream without events.</summary>
    TState Create();

    /// <summary>The state of a stream of which nothing is left up to a version; only of kinds without snapshots.</summary>
    TState CreateAfter(long version) => Create();

    /// <summary>Takes an event into the state.</summary>
    void Apply(TState state, TEvent change, DateTimeOffset at);

    /// <summary>Head row that belongs to the state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="since">Version of the row as it is; a summary that has not changed since may be left out.</param>
    HeadFields Head(TState state, long since);

    /// <summary>Things alive in the state; a snapshot is not worth its cost before as many events have come.</summary>
    long Alive(TState state) => 1;

    /// <summary>Writes a snapshot.</summary>
    ReadOnlyMemory<byte> Freeze(TState state) => throw new NotSupportedException("No snapshots are taken of this kind of stream.");

    /// <summary>Reads a snapshot back.</summary>
    TState Thaw(ReadOnlyMemory<byte> snapshot) => throw new NotSupportedException("No snapshots are taken of this kind of stream.");
}
