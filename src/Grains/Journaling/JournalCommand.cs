namespace Fulcrum.Grains.Journaling;

/// <summary>A command that waits in a journal.</summary>
internal abstract class JournalCommand<TState, TEvent>(Guid id)
    where TState : class
    where TEvent : class
{
    public Guid Id { get; } = id;

    /// <summary>Whether what was decided must rest on what is stored now.</summary>
    public abstract bool MustBeCurrent { get; }

    /// <summary>Decides, keeping to itself what the decision says; a fault of the decision is the caller's answer.</summary>
    public abstract IReadOnlyList<TEvent> Decide(TState state, DateTimeOffset now);

    /// <summary>Makes the answer from the state that includes this command's events.</summary>
    public abstract void Conclude(TState state);

    /// <summary>Makes the answer of a command whose events were found in the store.</summary>
    public abstract void ConcludeFound(TState state);

    /// <summary>Answers the caller.</summary>
    public abstract void Publish();

    /// <summary>Tells the caller that there will be no answer.</summary>
    public abstract void Fail(Exception reason);
}
