namespace Fulcrum.Grains.Actors;

/// <summary>Waits.</summary>
internal static class Delays
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Waits for a span, cut to a day, or until it is cancelled; never throws.</summary>
    public static async Task WaitAsync(TimeSpan span, TimeProvider time, CancellationToken cancellationToken)
    {
        TimeSpan bounded = span < TimeSpan.Zero ? TimeSpan.Zero : span > Longest ? Longest : span;
        await Task.Delay(bounded, time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Doubles from a least to a greatest number of seconds.</summary>
    public static TimeSpan Backoff(int tries, int secondsMin, int secondsMax) =>
        TimeSpan.FromSeconds(Math.Min(secondsMax, (long)secondsMin << Math.Min(tries, 16)));
}
