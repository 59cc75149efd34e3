namespace Fulcrum.Grains.Journaling;

/// <summary>How the state of one kind of stream follows from its events. Pure: no clock, no randomness, no input but events.</summary>
/// <typeparam name="TState">State; changed in place, and owned by the journal.</typeparam>
/// <typeparam name="TEvent">Base type of the events.</typeparam>
public interface IStreamRules<TState, TEvent>
    where TState : class
    where TEvent : class
{
    /// <summary>Stable alias of the snapshot's format with its version.</summary>
    string SnapshotType { get; }

    /// <summary>The state of a stream without events.</summary>
    TState Create();

    /// <summary>Takes an event into the state.</summary>
    void Apply(TState state, TEvent change, DateTimeOffset at);

    /// <summary>Head row that belongs to the state.</summary>
    HeadFields Head(TState state);

    /// <summary>Things alive in the state; a snapshot is not worth its cost before as many events have come.</summary>
    long Alive(TState state);

    /// <summary>Writes a snapshot.</summary>
    ReadOnlyMemory<byte> Freeze(TState state);

    /// <summary>Reads a snapshot back.</summary>
    TState Thaw(ReadOnlyMemory<byte> snapshot);
}
