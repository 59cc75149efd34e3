namespace Fulcrum.Grains.Journaling;

/// <summary>What a command comes to: events to record, if any, and what to answer once they are durable.</summary>
/// <typeparam name="TState">State of the stream.</typeparam>
/// <typeparam name="TEvent">Base type of the events.</typeparam>
/// <typeparam name="TAnswer">Type of the answer.</typeparam>
/// <param name="Events">Events in order.</param>
/// <param name="Answer">The answer, made from the state that includes them.</param>
public readonly record struct Decision<TState, TEvent, TAnswer>(IReadOnlyList<TEvent> Events, Func<TState, TAnswer> Answer)
{
    /// <summary>
    /// Whether the answer must rest on what is stored now. Where an append goes with it, the append shows that; without one the
    /// store is asked first, because another activation may have written.
    /// </summary>
    public bool MustBeCurrent { get; init; }
}
