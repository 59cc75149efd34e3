namespace Fulcrum.Solver.Assignments;

/// <summary>Sets of replicas of a pool of which none gains less than another that takes no more room: what can be gained in any room.</summary>
internal sealed class KnapsackStates
{
    private readonly List<State> _states = [new State(0, 0, -1, -1)];
    private readonly long _room;
    private int[] _best = [0];

    /// <summary>The empty set.</summary>
    /// <param name="room">Sets that take more are left out.</param>
    public KnapsackStates(long room) => _room = room;

    /// <summary>Most that a set gains.</summary>
    public long Gain => _states[_best[^1]].Gain;

    /// <summary>Adds a replica of a way to the choice.</summary>
    public void Add(int way, long gain, long amount)
    {
        List<int> merged = new(_best.Length * 2);
        int kept = 0, grown = 0;
        long most = -1;
        while (kept < _best.Length || grown < _best.Length)
        {
            State more = grown < _best.Length ? _states[_best[grown]] : default;
            bool fits = grown < _best.Length && more.Amount + amount <= _room;
            if (kept == _best.Length && !fits) break;
            State same = kept < _best.Length ? _states[_best[kept]] : default;
            if (fits && (kept == _best.Length || IsBefore(more.Amount + amount, more.Gain + gain, same)))
            {
                if (more.Gain + gain > most)
                {
                    merged.Add(_states.Count);
                    _states.Add(new State(more.Amount + amount, more.Gain + gain, _best[grown], way));
                    most = more.Gain + gain;
                }

                grown++;
                continue;
            }

            if (!fits) grown = _best.Length;
            if (same.Gain > most)
            {
                merged.Add(_best[kept]);
                most = same.Gain;
            }

            kept++;
        }

        _best = [.. merged];
    }

    /// <summary>Most that a set gains that takes no more than some room; not to be asked of less than none.</summary>
    public long GainWithin(long room)
    {
        int low = 0, high = _best.Length;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (_states[_best[middle]].Amount <= room) low = middle;
            else high = middle;
        }

        return _states[_best[low]].Gain;
    }

    /// <summary>The ways of the set that gains most.</summary>
    public IEnumerable<int> Chosen()
    {
        for (int state = _best[^1]; _states[state].Before >= 0; state = _states[state].Before) yield return _states[state].Way;
    }

    private static bool IsBefore(long amount, long gain, State other) => amount < other.Amount || (amount == other.Amount && gain >= other.Gain);

    private readonly record struct State(long Amount, long Gain, int Before, int Way);
}
