using Fulcrum.Contracts.Errors;

namespace Fulcrum.Client.Calls;

/// <summary>
/// Tries a call until it is answered or trying again is no use. Safe because what is sent is the same every time: the engine tells a request
/// that comes again by its idempotency key or command id.
/// </summary>
internal sealed class CallPolicy(CallOptions options, TimeProvider time, Random random)
{
    /// <summary>Runs a call.</summary>
    /// <param name="attempt">One try; throws <see cref="PlacementException"/> for whatever is not an answer.</param>
    /// <param name="attemptTimeout">How long one try waits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, TimeSpan attemptTimeout, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        bool mayHaveHappened = false;
        for (int attempts = 1; ; attempts++)
        {
            TimeSpan wait;
            try
            {
                return await TryAsync(attempt, attemptTimeout, cancellationToken);
            }
            catch (PlacementException exception)
            {
                wait = WaitAfter(attempts, exception);
                bool isLast = !exception.IsTransient || attempts >= options.AttemptsMax || time.GetElapsedTime(start) + wait > options.RetryWindow;
                exception.IsOutcomeUnknown |= mayHaveHappened && !SettlesEarlierTries(exception);
                if (isLast) throw;
                mayHaveHappened = exception.IsOutcomeUnknown;
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Whether the refusal says that earlier tries had no effect either. A version that has moved on may have been moved by an earlier try.</summary>
    private static bool SettlesEarlierTries(PlacementException exception) => !exception.IsTransient && exception.Code != ErrorCodes.PreconditionFailed;

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> attempt, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(timeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await attempt(either.Token);
        }
        catch (OperationCanceledException exception) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw PlacementException.NoAnswer($"No answer came within {timeout}. The request may have been done; send it again with the same idempotency key to learn.", exception);
        }
    }

    private TimeSpan WaitAfter(int attempts, PlacementException exception)
    {
        TimeSpan backoff = options.RetryDelay * Math.Pow(2, attempts - 1);
        TimeSpan longest = backoff < options.RetryDelayMax ? backoff : options.RetryDelayMax;
        TimeSpan jittered = longest * (1 - (random.NextDouble() / 2));
        return exception.RetryAfter is { } asked && asked > jittered ? asked + (options.RetryDelay * random.NextDouble()) : jittered;
    }
}
