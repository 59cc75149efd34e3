using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Sweeping;

/// <summary>
/// Spares streams that were woken and are due all the same: what they wait for has not come, and waking them every second would leave no room for others.
/// </summary>
internal sealed class DuePauses
{
    private const int PauseSecondsMin = 2;
    private const int PauseSecondsMax = 60;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, Pause> _pauses = new(StringComparer.Ordinal);

    /// <summary>Whether a stream is to be woken; if so, the next time is later unless its due time moves.</summary>
    public bool MayWake(StreamHead head, DateTimeOffset now)
    {
        DateTimeOffset due = head.Fields.NextDue ?? now;
        int tries = _pauses.TryGetValue(head.Stream, out Pause pause) && pause.Due == due ? pause.Tries : 0;
        if (tries > 0 && now < pause.Until) return false;
        _pauses[head.Stream] = new Pause(due, tries + 1, now + Delays.Backoff(tries, PauseSecondsMin, PauseSecondsMax));
        return true;
    }

    /// <summary>Forgets streams that have not been due for long.</summary>
    public void Forget(DateTimeOffset now)
    {
        foreach (string stream in _pauses.Where(entry => entry.Value.Until + KeptFor < now).Select(static entry => entry.Key).ToArray()) _pauses.Remove(stream);
    }

    private readonly record struct Pause(DateTimeOffset Due, int Tries, DateTimeOffset Until);
}
