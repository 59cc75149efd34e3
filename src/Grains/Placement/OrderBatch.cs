namespace Fulcrum.Grains.Placement;

/// <summary>Orders that arrived together, in the order in which they came.</summary>
internal sealed class OrderBatch
{
    private readonly List<BatchMember> _members = [];
    private readonly ITimer _timer;

    /// <summary>Opens a batch.</summary>
    /// <param name="time">Clock.</param>
    /// <param name="window">How long it waits for more orders.</param>
    /// <param name="close">Called when the window ends.</param>
    public OrderBatch(TimeProvider time, TimeSpan window, Action<OrderBatch> close) =>
        _timer = time.CreateTimer(_ => close(this), state: null, window, Timeout.InfiniteTimeSpan);

    /// <summary>Its orders.</summary>
    public IReadOnlyList<BatchMember> Members => _members;

    /// <summary>Takes an order.</summary>
    public void Add(BatchMember member) => _members.Add(member);

    /// <summary>Waits for no more orders.</summary>
    public void Close() => _timer.Dispose();

    /// <summary>Every order that has no answer yet is to be planned alone.</summary>
    public void LeaveToThemselves()
    {
        foreach (BatchMember member in _members) member.Answer(null);
    }
}
