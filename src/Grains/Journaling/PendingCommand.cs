namespace Fulcrum.Grains.Journaling;

/// <summary>A command with its typed answer.</summary>
internal sealed class PendingCommand<TState, TEvent, TAnswer>(
    Guid id,
    Func<TState, DateTimeOffset, Decision<TState, TEvent, TAnswer>> decide,
    Func<TState, TAnswer>? found) : JournalCommand<TState, TEvent>(id)
    where TState : class
    where TEvent : class
{
    private readonly TaskCompletionSource<TAnswer> _caller = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Decision<TState, TEvent, TAnswer> _decision;
    private Exception? _fault;
    private TAnswer? _answer;

    public Task<TAnswer> Task => _caller.Task;

    public override bool MustBeCurrent => _fault is null && _decision.MustBeCurrent;

    public override IReadOnlyList<TEvent> Decide(TState state, DateTimeOffset now)
    {
        _fault = null;
        try
        {
            _decision = decide(state, now);
            return _decision.Events;
        }
#pragma warning disable CA1031 // The fault belongs to the caller of this command, not to the others of its group.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _fault = fault;
            return [];
        }
    }

    public override void Conclude(TState state)
    {
        if (_fault is null) _answer = _decision.Answer(state);
    }

    public override void ConcludeFound(TState state) => (_fault, _answer) = (null, (found ?? _decision.Answer)(state));

    public override void Publish()
    {
        if (_fault is null) _caller.TrySetResult(_answer!);
        else _caller.TrySetException(_fault);
    }

    public override void Fail(Exception reason) => _caller.TrySetException(reason);
}
