namespace Fulcrum.Planning;

/// <summary>The time that questions beyond the plan have together.</summary>
internal sealed class QuestionTime(TimeProvider time, TimeSpan limit, DateTimeOffset? until)
{
    private readonly DateTimeOffset _end = time.GetUtcNow() + limit;

    /// <summary>What is left, not below 0.</summary>
    public TimeSpan Left
    {
        get
        {
            TimeSpan left = (until < _end ? until.Value : _end) - time.GetUtcNow();
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
