using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Silo.Http.Answers;

namespace Fulcrum.Silo.Http;

/// <summary>Lets a bounded number through and refuses the rest at once.</summary>
/// <param name="countMax">How many.</param>
/// <param name="noun">What passes, in the plural.</param>
internal sealed class Gate(int countMax, string noun)
{
    private int _count;

    /// <summary>How many are through at the moment.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Passes until the answer is disposed.</summary>
    /// <exception cref="ProblemException">As many have passed as may.</exception>
    public IDisposable Enter()
    {
        if (Interlocked.Increment(ref _count) <= countMax) return new Passage(this);
        Interlocked.Decrement(ref _count);
        throw new ProblemException(new Failure
        {
            Code = ErrorCodes.Overloaded,
            Detail = $"The silo serves at most {countMax} {noun} at the same time. Send the request again later.",
            RetryAfterSeconds = HttpLimits.RetryAfterSeconds,
        });
    }

    private sealed class Passage(Gate gate) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0) Interlocked.Decrement(ref gate._count);
        }
    }
}
