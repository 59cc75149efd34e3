namespace Fulcrum.LoadTest.Driving;

/// <summary>When operations begin; asked by all clients at once.</summary>
internal interface IPace
{
    /// <summary>Operations that were due and never begun, because every client was busy until the end.</summary>
    long NotStarted { get; }

    /// <summary>Waits until the next operation is due.</summary>
    /// <returns>The timestamp at which it was to begin, from which its latency counts; null when the time is over.</returns>
    ValueTask<long?> NextAsync();
}
